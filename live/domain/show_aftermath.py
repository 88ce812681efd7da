"""What stays of a programme that is over beside its replay: what was unlocked, the next date."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, Sum

from audience.models import Meter
from campaigns.domain.gifts import gift_label
from campaigns.enums import EntryKind
from campaigns.models import LedgerEntry, MilestoneReached, Pledge
from live.domain.list_lives import lives_in
from live.domain.show_donations import Donations, show_donations
from live.domain.show_programme import Show
from live.models import LiveProgrammePage


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What came while it was on air: `gifts` unlocked, `milestones` reached, money given."""

    gifts: list[str]
    milestones: list[str]
    donations: Donations | None
    following: LiveProgrammePage | None


def show_aftermath(page: LiveProgrammePage, show: Show, meter: Meter | None) -> Aftermath:
    """Return what the page of an ended programme shows beside its film."""
    listed = lives_in(page.locale_id, show.now).first
    chosen = show.recording.next_programme if show.recording else None
    following = chosen or (listed.page if listed else None)
    return Aftermath(
        gifts=_gifts(show.span, meter) if show.span and meter else [],
        milestones=_milestones(show.span, meter) if show.span and meter else [],
        donations=show_donations(page, *show.span) if show.span else None,
        following=following if following and following.pk != page.pk else None,
    )


def _gifts(span: tuple[datetime, datetime], meter: Meter) -> list[str]:
    """Return what the ledger wrote down while it was on air, less what it took back since."""
    lines = LedgerEntry.objects.filter(
        Q(kind=EntryKind.UNLOCKED) | Q(kind=EntryKind.REVERSED, reverses=EntryKind.UNLOCKED),
        pledge__meter=meter,
        recorded_at__range=span,
    )
    sums: dict[int, int] = defaultdict(int)
    for pledge_id, kind, quantity in lines.values_list("pledge", "kind").annotate(Sum("quantity")):
        sums[pledge_id] += quantity if kind == EntryKind.UNLOCKED else -quantity
    pledges = Pledge.objects.public().in_bulk(pk for pk, quantity in sums.items() if quantity > 0)
    return [gift_label(sums[pk], pledge) for pk, pledge in sorted(pledges.items())]


def _milestones(span: tuple[datetime, datetime], meter: Meter) -> list[str]:
    reached = MilestoneReached.objects.filter(
        milestone__pledge__meter=meter, reached_at__range=span
    )
    rows = reached.select_related("milestone").order_by("reached_at", "pk")
    return [row.milestone.title_here for row in rows]
