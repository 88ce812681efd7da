"""The public state of a meter: one small JSON, the same bytes for everybody.

It says what was counted; what the count set in motion (promises, milestones) is added by parts
that higher rooms register. Nothing personal is in it, so any cache may keep it.
"""

import json
from collections.abc import Callable
from typing import Any

from django.db.models import Sum

from audience.enums import Verdict
from audience.models import DailyTotal, Meter

Part = Callable[[Meter], dict[str, Any]]

# A counter on screen asks again after so many seconds: with a second of caching, an act is seen
# within five.
ASK_AGAIN_AFTER_S = 3

_parts: list[Part] = []


def register_part(part: Part) -> None:
    """Let `part` add its own keys to every snapshot."""
    if part not in _parts:
        _parts.append(part)


def snapshot_of(meter: Meter) -> dict[str, Any]:
    """Return what everybody may know of `meter`; the keys of registered parts stand beside ours."""
    kinds = DailyTotal.objects.filter(meter=meter, verdict=Verdict.COUNTED)
    state: dict[str, Any] = {
        "meter": meter.key,
        "version": meter.version,
        "counted": meter.counted,
        "refused": meter.refused,
        "to_verify": meter.to_verify,
        "by_kind": dict(kinds.order_by("kind").values_list("kind").annotate(Sum("count"))),
        "ask_again_after_s": ASK_AGAIN_AFTER_S,
    }
    for part in _parts:
        state |= part(meter)
    return state


def snapshot_bytes(meter_key: str) -> bytes | None:
    """Return the snapshot as it is sent, or None when there is no such meter."""
    meter = Meter.objects.filter(key=meter_key).first()
    if meter is None:
        return None
    state = snapshot_of(meter)
    return json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode()
