"""Which matching gifts stand beside a fund."""

from datetime import date, timedelta

from django.db.models import QuerySet

from fundraising.models import Fund, MatchingGift

# What ended stays to be read for a while, so that nobody wonders where it went.
SHOWN_AFTER = timedelta(days=30)


def matches_for(fund: Fund, on: date) -> QuerySet[MatchingGift]:
    """Return the matching gifts of `fund` that run, are ahead, or ended lately."""
    found = MatchingGift.objects.filter(fund=fund, ends_on__gte=on - SHOWN_AFTER)
    return found.select_related("sponsor").order_by("starts_on", "pk")
