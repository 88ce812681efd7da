"""À-la-carte activism: what one can do with a second, half a minute, two minutes, an hour.

Each room registers its own acts when its app is ready; the page and the block show all of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class Span(models.IntegerChoices):
    """How long somebody has, in seconds."""

    SECOND = 1, _("1 second")
    HALF_MINUTE = 30, _("30 seconds")
    MINUTES = 120, _("2 minutes")
    HOUR = 3600, _("1 hour")

    @property
    def character(self) -> str:
        """The vegetable that stands for it: the longer, the bigger."""
        return f"ui/vegetables/{_CHARACTERS[self.value]}.svg"


_CHARACTERS = {1: "petit-pois", 30: "radis", 120: "carotte", 3600: "courge"}


@dataclass(frozen=True, slots=True)
class Here:
    """What a page is about: the `address` of a page with a box for sharing, and its subjects.

    `subjects`: keys by kind, as the rooms that have them call both ("campaign", "theme").
    """

    address: str = ""
    subjects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MenuAct:
    """An act on the menu. `look` returns where it is done, "" where it cannot be at the moment.

    `look_here` returns where it is done for what a page is about, "" where it is not about that.
    `was_done` says whether somebody with these cookies is known to have done it lately.
    """

    key: str
    span: Span
    label: StrOrPromise
    sentence: StrOrPromise
    look: Callable[[], str]
    look_here: Callable[[Here], str] = lambda here: ""
    was_done: Callable[[Here, Mapping[str, str]], bool] = lambda here, cookies: False


@dataclass(frozen=True, slots=True)
class Course:
    """What is on the menu for one span: acts with their addresses."""

    span: Span
    acts: list[tuple[MenuAct, str]]


_acts: dict[str, MenuAct] = {}


def register_menu_act(act: MenuAct) -> None:
    """Put `act` on the menu. The same key twice is one act."""
    _acts[act.key] = act


def all_acts() -> list[MenuAct]:
    """Return the acts in the order of the menu: as they were put on it."""
    return list(_acts.values())


def menu_act_choices() -> list[tuple[str, StrOrPromise]]:
    """Return the acts as the choices of a form."""
    return [(act.key, act.label) for act in _acts.values()]


def menu_of_acts() -> list[Course]:
    """Return what can be done now, the shortest first; spans with nothing to do are left out."""
    found = [(act, act.look()) for act in _acts.values()]
    courses = [
        Course(span, [(act, address) for act, address in found if act.span == span and address])
        for span in Span
    ]
    return [course for course in courses if course.acts]
