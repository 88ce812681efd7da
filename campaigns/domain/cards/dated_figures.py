"""What cards say that was reached: the quantity of the last milestone, with its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from campaigns.domain.gifts import gift_label
from campaigns.domain.give import terms_of
from campaigns.enums import PledgeState
from campaigns.models import MilestoneReached, Pledge


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of what a pledge gives, and when it was reached."""

    pledge: Pledge
    quantity: int
    reached_at: datetime

    def words(self) -> tuple[str, str]:
        """Return the figure and its day, in the active language."""
        day = date_format(timezone.localtime(self.reached_at), "DATE_FORMAT")
        return gift_label(self.quantity, self.pledge), _("on %(day)s") % {"day": day}


def dated_figures() -> dict[int, Figure]:
    """Return by meter the milestone that was reached last, of public pledges. Two queries."""
    reached = (
        MilestoneReached.objects.filter(milestone__pledge__in=Pledge.objects.public())
        .exclude(milestone__pledge__state=PledgeState.AMENDED)
        .select_related("milestone__pledge")
        .prefetch_related("milestone__pledge__clauses")
        .order_by("reached_at", "milestone__acts")
    )
    found = {}
    for one in reached:
        pledge = one.milestone.pledge
        quantity = terms_of(pledge).units(one.milestone.acts)
        found[pledge.meter_id] = Figure(pledge, quantity, one.reached_at)
    return found


def figure_words(
    figures: Mapping[int, Figure], meter_id: int | None, promise: str
) -> tuple[str, str]:
    """Return what the tag of a page says: its figure with its day, else its promise in one line."""
    figure = figures.get(meter_id) if meter_id else None
    return figure.words() if figure else (promise, "")
