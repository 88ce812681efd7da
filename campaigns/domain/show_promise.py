"""What a campaign's promises look like to the public, in numbers and in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from audience.enums import ActKind
from audience.models import Meter
from campaigns.domain.gifts import gift_label, goods_of
from campaigns.domain.give import COUNTING, terms_of
from campaigns.domain.quantities import quantity_label
from campaigns.enums import ClauseKind, PledgeState
from campaigns.models import Clause, Delivery, Milestone, Pledge

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone as it is shown on the way. `percent`: where it stands on the bar."""

    acts: int
    title: str
    percent: float
    reached_at: datetime | None


@dataclass(frozen=True, slots=True)
class Promise:
    """One pledge with what its page says of it; quantities are in the pledge's unit."""

    pledge: Pledge
    unlocked: int
    cap: int
    percent: float
    tally: int
    rules: tuple[str, ...]
    steps: tuple[Step, ...]
    is_open: bool

    @property
    def unit(self) -> str:
        return self.pledge.unit

    @property
    def goods(self) -> str:
        """What is given, as it follows an amount."""
        return goods_of(self.pledge)

    @property
    def ends_on(self) -> date:
        return timezone.localdate(self.pledge.ends_at)

    @property
    def starts_on(self) -> date:
        return timezone.localdate(self.pledge.starts_at)

    @property
    def is_current(self) -> bool:
        """Whether this is the version in force, not one that an amendment replaced."""
        return self.pledge.state != PledgeState.AMENDED

    @property
    def takes_acts(self) -> bool:
        """Whether acts are still heard, be it only as voices."""
        return self.pledge.state in COUNTING

    @property
    def deliveries(self) -> list[Delivery]:
        return list(self.pledge.deliveries.all())

    @property
    def cap_gift(self) -> str:
        """The ceiling with what it is a quantity of."""
        return gift_label(self.cap, self.pledge)

    @property
    def next_gift(self) -> str:
        """What the next act gives, in words; empty when it adds nothing by itself."""
        quantity = terms_of(self.pledge).gift(self.tally + 1) if self.is_open else 0
        return gift_label(quantity, self.pledge) if quantity else ""

    @property
    def is_late(self) -> bool:
        return self.pledge.state == PledgeState.LATE

    @property
    def next_step(self) -> Step | None:
        return next((step for step in self.steps if step.reached_at is None), None)


def promises_of(meter: Meter | None, *, with_proofs: bool = False) -> list[Promise]:
    """Return the public promises of a campaign, the newest first.

    `with_proofs`: their deliveries will be read too. Counters need none, and are read all the time.
    """
    if meter is None:
        return []
    pledges = (
        Pledge.objects.public()
        .filter(meter=meter)
        .select_related("sponsor", "beneficiary")
        .prefetch_related("clauses", "milestones__reached")
    )
    if with_proofs:
        pledges = pledges.prefetch_related("deliveries__document")
    return [promise_of(pledge) for pledge in pledges]


def promise_of(pledge: Pledge) -> Promise:
    """Return one pledge as the public sees it."""
    end = max(terms_of(pledge).acts_to_the_end, *(m.acts for m in pledge.milestones.all()), 1)
    return Promise(
        pledge=pledge,
        unlocked=pledge.unlocked,
        cap=pledge.cap,
        percent=round(100 * pledge.unlocked / pledge.cap, 2),
        tally=pledge.tally,
        rules=tuple(_rule(pledge, clause) for clause in pledge.clauses.all()),
        steps=tuple(
            _step(one, end) for one in sorted(pledge.milestones.all(), key=lambda one: one.acts)
        ),
        is_open=pledge.state == PledgeState.ACTIVE,
    )


def snapshot_part(meter: Meter) -> dict[str, Any]:
    """Return what the snapshot of `meter` says of its promises, with words in every language."""
    return {"promises": [_snapshot(promise) for promise in promises_of(meter)]}


def _snapshot(promise: Promise) -> dict[str, Any]:
    return {
        "pledge": promise.pledge.pk,
        "state": promise.pledge.state,
        "unit": promise.unit,
        "unlocked": promise.unlocked,
        "cap": promise.cap,
        "delivered": promise.pledge.delivered,
        "tally": promise.tally,
        "percent": promise.percent,
        "labels": _labels(promise),
        "reached": [step.acts for step in promise.steps if step.reached_at],
    }


def _labels(promise: Promise) -> dict[str, dict[str, str]]:
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = {
                "unlocked": quantity_label(promise.unlocked, promise.unit),
                "tally": number_format(promise.tally),
            }
    return found


def _step(milestone: Milestone, end: int) -> Step:
    reached = getattr(milestone, "reached", None)
    return Step(
        acts=milestone.acts,
        title=milestone.title_here,
        percent=round(100 * min(1, milestone.acts / end), 2),
        reached_at=reached.reached_at if reached else None,
    )


def _rule(pledge: Pledge, clause: Clause) -> str:
    """Return a clause as a sentence that a child could repeat."""
    what = {
        "gift": gift_label(clause.quantity, pledge),
        "acts": number_format(clause.acts or 0),
        "percent": number_format(clause.quantity),
        "one_act": _one_act(pledge.kinds),
    }
    sentences = {
        ClauseKind.BASE: _("%(gift)s are given outright"),
        ClauseKind.PER_ACT: _("1 %(one_act)s = %(gift)s"),
        ClauseKind.THRESHOLD: _("%(gift)s more from %(acts)s acts on"),
        ClauseKind.MATCH: _("%(percent)s%% more on top of what the acts give"),
    }
    return sentences[ClauseKind(clause.kind)] % what


def _one_act(kinds: Iterable[str]) -> str:
    words = [str(ActKind(kind).label) for kind in kinds]
    return _(" or 1 ").join(words)
