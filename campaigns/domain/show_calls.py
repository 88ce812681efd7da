"""Which calls to action a page makes, in words and with where they lead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from campaigns.call_acts import Place, act_named
from campaigns.enums import CallAudience, Moment
from media.timecode import parse_timecode

# What a page asks for whose editor has chosen nothing: to tell others, then to give.
USUAL = (("share", Moment.VIEW), ("click", Moment.END), ("give", Moment.END))


@dataclass(frozen=True, slots=True)
class Call:
    """One call, ready to be shown. `key` stays the same; `at_s`: the second of the film, if any."""

    key: str
    act: str
    moment: str
    audience: str
    at_s: int | None
    sentence: str
    label: str
    address: str
    template: str
    more: dict[str, Any] = field(default_factory=dict)


def calls_of(place: Place, on: date) -> list[Call]:
    """Return what is asked for at `place` on a day, in order.

    A page without calls of its own makes those of its campaign; without any, the usual ones. What
    cannot be asked for here, because the campaign takes no gifts or no acts, is left out.
    """
    written = place.page.calls or (place.campaign.calls if place.campaign else None)
    if written:
        values = ((str(child.id), child.value) for child in written)
    else:
        values = ((act, _usual(act, moment)) for act, moment in USUAL)
    return list(_shown(values, place, on))


def _shown(values: Iterable[tuple[str, Any]], place: Place, on: date) -> Iterator[Call]:
    for key, value in values:
        call = _call(key, value, place) if _is_due(value, on) else None
        if call is not None:
            yield call


def _call(key: str, value: Any, place: Place) -> Call | None:
    act = act_named(value["act"])
    asked = act.look(place) if act else None
    if act is None or asked is None:
        return None
    address = _target(value) if act.has_target else asked.address
    if act.has_target and not address:
        return None
    return Call(
        key=key,
        act=act.key,
        moment=value["moment"],
        audience=value["audience"],
        at_s=parse_timecode(value["at"]) if value["moment"] == Moment.AT_SECOND else None,
        sentence=value["sentence"] or str(act.sentence),
        label=value["label"] or str(act.label),
        address=address,
        template=act.template,
        more=asked.more,
    )


def _is_due(value: Any, on: date) -> bool:
    starts_on, ends_on = value["starts_on"], value["ends_on"]
    return (starts_on is None or starts_on <= on) and (ends_on is None or on <= ends_on)


def _target(value: Any) -> str:
    """Return where a call leads; nothing when its page is gone or not public."""
    page = value["page"]
    if page is None:
        return value["address"] or ""
    return (page.get_url() or "") if page.live else ""


def _usual(act: str, moment: Moment) -> dict[str, Any]:
    return {
        "act": act,
        "moment": moment,
        "audience": CallAudience.EVERYBODY,
        "at": "",
        "sentence": "",
        "label": "",
        "page": None,
        "address": "",
        "starts_on": None,
        "ends_on": None,
    }
