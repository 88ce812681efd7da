"""From what was pressed in the control room to the verb that does it."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from front.forms import number_in
from live.domain.fall_back import fall_back
from live.domain.finish_run import finish_run
from live.domain.fire_call import end_call, fire_call
from live.domain.hold_run import hold_run
from live.domain.insert_entry import NewLine, insert_entry
from live.domain.message_presenter import message_presenter
from live.domain.panic import calm, panic
from live.domain.presenter_links import make_presenter_link, revoke_presenter_links
from live.domain.put_feed import put_feed
from live.domain.put_question import put_question
from live.domain.queue_question import ready_question, unready_question
from live.domain.settle_question import answer_on_air, put_back
from live.domain.show_overlay import show_overlay
from live.domain.show_slate import show_slate
from live.domain.skip_entry import skip_entry, unskip_entry
from live.domain.take import take
from live.domain.take_entry import take_entry
from live.models import Run
from live.refusals import UnknownCommand
from users.models import User

Deed = Callable[[Run, User, QueryDict, int], object]


def do(run: Run, user: User, verb: str, form: QueryDict) -> dict[str, Any]:
    """Do `verb` to `run` as `form` says; return what is told beside the new state.

    `seen` in the form is the version that its sender saw. Raises a RunRefused or DecisionRefused.
    """
    deed = _DEEDS.get(verb)
    if deed is None:
        raise UnknownCommand
    told = deed(run, user, form, _number(form, "seen"))
    return told if isinstance(told, dict) else {}


def _number(form: QueryDict, name: str) -> int:
    return number_in(form.get(name, ""))


def _take(run: Run, user: User, form: QueryDict, seen: int) -> object:
    believed = _number(form, "believed")
    return take(run, user, seen, believed=believed if believed >= 0 else None)


def _insert(run: Run, user: User, form: QueryDict, seen: int) -> object:
    minutes, feed = _number(form, "minutes"), _number(form, "feed")
    line = NewLine(
        title=form.get("title", ""),
        planned_s=60 * minutes,
        kind=form.get("kind", ""),
        feed=feed if feed >= 0 else None,
    )
    return insert_entry(run, user, seen, line)


def _make_link(run: Run, user: User, form: QueryDict, seen: int) -> object:
    return {"address": reverse("presenter", args=[make_presenter_link(run, user)])}


_DEEDS: dict[str, Deed] = {
    "take": _take,
    "take_entry": lambda r, u, f, s: take_entry(r, u, s, entry=_number(f, "entry")),
    "fall_back": lambda r, u, f, s: fall_back(r, u, s),
    "skip": lambda r, u, f, s: skip_entry(r, u, s, entry=_number(f, "entry")),
    "unskip": lambda r, u, f, s: unskip_entry(r, u, s, entry=_number(f, "entry")),
    "insert": _insert,
    "hold": lambda r, u, f, s: hold_run(r, u, s, is_held=True),
    "release": lambda r, u, f, s: hold_run(r, u, s, is_held=False),
    "put_feed": lambda r, u, f, s: put_feed(r, u, s, feed=_number(f, "feed")),
    "show_slate": lambda r, u, f, s: show_slate(r, u, s, is_shown=True),
    "hide_slate": lambda r, u, f, s: show_slate(r, u, s, is_shown=False),
    "show_overlay": lambda r, u, f, s: show_overlay(r, u, s, is_shown=True),
    "hide_overlay": lambda r, u, f, s: show_overlay(r, u, s, is_shown=False),
    "panic": lambda r, u, f, s: panic(r, u),
    "calm": lambda r, u, f, s: calm(r, u, s),
    "ready": lambda r, u, f, s: ready_question(
        r, u, question=_number(f, "question"), guest=f.get("guest", "")
    ),
    "unready": lambda r, u, f, s: unready_question(r, u, question=_number(f, "question")),
    "put_question": lambda r, u, f, s: put_question(r, u, s, question=_number(f, "question")),
    "answered": lambda r, u, f, s: answer_on_air(r, u, s),
    "back": lambda r, u, f, s: put_back(r, u, s),
    "message": lambda r, u, f, s: message_presenter(r, u, f.get("text", "")),
    "make_link": _make_link,
    "revoke_links": lambda r, u, f, s: revoke_presenter_links(r, u),
    "fire_call": lambda r, u, f, s: fire_call(r, u, s, key=f.get("call", "")),
    "end_call": lambda r, u, f, s: end_call(r, u, s),
    "finish": lambda r, u, f, s: finish_run(r, u, s, is_confirmed=f.get("confirm") == "yes"),
}
