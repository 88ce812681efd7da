"""The team decides about acts that wait: many at once, each with the same reason."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.domain.daily_totals import add_to_totals
from audience.domain.note_arrivals import note_arrivals
from audience.enums import Reason, Verdict
from audience.errors import MayNotReview, ReasonMissing
from audience.listeners import tell
from audience.models import Act, Meter
from audience.received import RECEIVED, Arrival, ReceivedAct
from users.models import User

MOST_AT_ONCE = 1_000


def may_review(user: User) -> bool:
    """Say whether `user` may decide about acts."""
    return user.is_active and user.has_perm("audience.change_act")


def review_acts(user: User, act_ids: Iterable[int], verdict: str, note: str) -> dict[str, int]:
    """Count (`Verdict.COUNTED`) or refuse the waiting acts among `act_ids`, with a reason in words.

    An act of somebody who was counted meanwhile is refused all the same. Acts that no longer wait
    are left as they are: a colleague was faster. Returns how many ended how, by verdict. Raises
    MayNotReview or ReasonMissing.
    """
    if not may_review(user):
        raise MayNotReview
    if not note.strip():
        raise ReasonMissing
    chosen = list(act_ids)[:MOST_AT_ONCE]
    ended: dict[str, int] = defaultdict(int)
    with transaction.atomic():
        meters = Meter.objects.select_for_update().filter(acts__in=chosen).order_by("pk")
        for meter in {meter.pk: meter for meter in meters}.values():
            waiting = Act.objects.filter(meter=meter, pk__in=chosen, verdict=Verdict.TO_VERIFY)
            decided = _decide(meter, list(waiting.order_by("received_at", "pk")), verdict)
            for act in decided:
                act.decided_by, act.decided_at = user, timezone.now()
                act.note = note.strip()[:200]
                act.save()
                ended[act.verdict] += 1
            counted = [act for act in decided if act.verdict == Verdict.COUNTED]
            note_arrivals(meter, [Arrival(_light(act)) for act in counted])
            data = {"acts": chosen, "verdict": verdict, "note": note}
            log(instance=meter, action="audience.review", user=user, data=data)
    return dict(ended)


def _decide(meter: Meter, acts: list[Act], verdict: str) -> list[Act]:
    """Give each act its verdict, and move totals and what listeners keep."""
    add_to_totals(meter, acts, sign=-1)
    seen = _counted_people(meter, acts)
    for act in acts:
        person = (act.person, act.kind, act.day, act.host)
        if verdict != Verdict.COUNTED:
            act.verdict, act.reason = Verdict.REFUSED, Reason.BY_HAND
        elif person in seen:
            act.verdict, act.reason = Verdict.REFUSED, Reason.ALREADY_COUNTED
        else:
            act.verdict, act.reason = Verdict.COUNTED, Reason.BY_HAND
            seen.add(person)
    _number(meter, [act for act in acts if act.verdict == Verdict.COUNTED])
    add_to_totals(meter, acts)
    return acts


def _number(meter: Meter, counted: Sequence[Act]) -> None:
    if not counted:
        return
    light = [_light(act) for act in counted]
    for number, told in enumerate(light, meter.last_number + 1):
        told.number = number
    tell(meter, light)
    for act, told in zip(counted, light, strict=True):
        act.number, act.gifts = told.number, told.gifts


def _light(act: Act) -> ReceivedAct:
    return ReceivedAct(**{name: getattr(act, name) for name in RECEIVED})


def _counted_people(meter: Meter, acts: Sequence[Act]) -> set[tuple]:
    counted = Act.objects.filter(
        meter=meter,
        person__in={act.person for act in acts},
        day__in={act.day for act in acts},
        verdict=Verdict.COUNTED,
    )
    return set(counted.values_list("person", "kind", "day", "host"))
