"""What the page "How we count" says: the rule in force, and the figures it led to."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from audience.domain import credit_acts
from audience.domain.count_acts import BUDGET_WINDOW
from audience.domain.erase_addresses import KEPT
from audience.enums import Reason, Verdict
from campaigns.domain.ledger.accounts import Sums
from campaigns.domain.ledger.head import Head
from campaigns.domain.ledger.totals import MeterTotals, published_totals
from campaigns.enums import Unit

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# Each change of the rule gets a line here and a new number: what was counted under the old one
# stays as it was.
RULES = (
    (1, date(2026, 11, 25)),
    (2, date(2026, 11, 26)),
    (3, date(2026, 11, 28)),
    (4, date(2026, 11, 29)),
)

_UNIT_NAMES: dict[str, "_StrPromise"] = {
    Unit.GRAM: _("By weight"),
    Unit.MILLILITRE: _("By volume"),
    Unit.ITEM: _("By the piece"),
    Unit.CENT: _("In money"),
}


@dataclass(frozen=True, slots=True)
class Why:
    """How many acts ended for a reason; `code` is the one in the files."""

    code: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class UnitSums:
    """What all pledges of a unit promise, unlocked and delivered."""

    unit: str
    name: "_StrPromise"
    sums: Sums


@dataclass(frozen=True, slots=True)
class Counting:
    """All that the page shows. `acts_per_network`: so many count in `window_minutes`.

    An e-mail address is kept for `address_days` after it has served. Of one network's acts in a
    day, `credited_per_network` are credited to whoever brought them.
    """

    version: int
    since: date
    acts_per_network: int
    window_minutes: int
    address_days: int
    credited_per_network: int
    acts: MeterTotals
    refused: tuple[Why, ...]
    to_verify: tuple[Why, ...]
    units: tuple[UnitSums, ...]
    head: Head


def explain_counting() -> Counting:
    """Return the rule in force and the figures of all meters and pledges."""
    totals = published_totals()
    version, since = RULES[-1]
    refused = totals.reasons(Verdict.REFUSED)
    return Counting(
        version=version,
        since=since,
        acts_per_network=settings.ACTS_PER_NETWORK,
        window_minutes=int(BUDGET_WINDOW.total_seconds()) // 60,
        address_days=KEPT.days,
        credited_per_network=credit_acts.MOST_PER_NETWORK,
        acts=totals.acts,
        refused=tuple(_why(code, refused.get(code, 0)) for code in Reason.values if code),
        to_verify=tuple(_why(*row) for row in totals.reasons(Verdict.TO_VERIFY).items()),
        units=tuple(UnitSums(unit, _UNIT_NAMES[unit], sums) for unit, sums in totals.units.items()),
        head=totals.head,
    )


def _why(code: str, count: int) -> Why:
    return Why(code, str(Reason(code).label), count)
