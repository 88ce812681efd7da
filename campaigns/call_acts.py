"""What a call to action can ask for. Higher rooms register acts of their own.

An act says where it leads from a page, or that it cannot be asked for there: a campaign without
an address to give at has nothing behind “Give”.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django_stubs_ext import StrOrPromise
from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class Place:
    """Where a call is made: a page with a film, the campaign it serves, what is promised there.

    `campaign` is a CampaignPage, `promises` are show_promise.Promise. Their types stay unsaid:
    pages are made of blocks, and blocks know these acts.
    """

    page: Page
    campaign: Any = None
    promises: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call finds at its place. `more`: what its template shows besides words and address."""

    address: str = ""
    more: dict[str, Any] = field(default_factory=dict)


Look = Callable[[Place], Asked | None]


@dataclass(frozen=True, slots=True)
class CallAct:
    """One kind of act.

    `sentence` and `label` stand where the editor writes none; `look` returns what the act finds at
    its place, or None where it cannot be asked for; `has_target`: the editor says where it leads;
    `template`: relative to the page templates.
    """

    key: str
    name: StrOrPromise
    sentence: StrOrPromise
    label: StrOrPromise
    look: Look
    template: str = "campaigns/calls/link.html"
    has_target: bool = False


_acts: dict[str, CallAct] = {}


def register_act(act: CallAct) -> None:
    """Let editors ask for `act`."""
    _acts[act.key] = act


def act_named(key: str) -> CallAct | None:
    """Return the act, or None: what was registered once may be gone."""
    return _acts.get(key)


def act_choices() -> list[tuple[str, StrOrPromise]]:
    """Return the acts as the choices of a form."""
    return [(act.key, act.name) for act in _acts.values()]
