"""À-la-carte activism: what one can do with a second, half a minute, two minutes, an hour.

Each room registers its own acts when its app is ready; the page and the block show all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class Span(models.IntegerChoices):
    """How long somebody has, in seconds."""

    SECOND = 1, _("1 second")
    HALF_MINUTE = 30, _("30 seconds")
    MINUTES = 120, _("2 minutes")
    HOUR = 3600, _("1 hour")


@dataclass(frozen=True, slots=True)
class MenuAct:
    """An act on the menu. `look` returns where it is done, "" where it cannot be at the moment."""

    key: str
    span: Span
    label: StrOrPromise
    sentence: StrOrPromise
    look: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Course:
    """What is on the menu for one span: acts with their addresses."""

    span: Span
    acts: list[tuple[MenuAct, str]]


_acts: dict[str, MenuAct] = {}


def register_menu_act(act: MenuAct) -> None:
    """Put `act` on the menu. The same key twice is one act."""
    _acts[act.key] = act


def menu_of_acts() -> list[Course]:
    """Return what can be done now, the shortest first; spans with nothing to do are left out."""
    found = [(act, act.look()) for act in _acts.values()]
    courses = [
        Course(span, [(act, address) for act, address in found if act.span == span and address])
        for span in Span
    ]
    return [course for course in courses if course.acts]
