"""The gifts that the team looks for: by words, state, fund, days, provider; real or test."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from fundraising.enums import Rhythm
from fundraising.models import Donation, Fund


@dataclass(frozen=True, slots=True)
class GiftWish:
    """What is looked for; what is empty does not narrow. Both days are included.

    `words`: our reference or the provider's, the start of either, a name, or a page's title.
    `is_test`: test gifts only, real ones only, or None for both. `rhythm`: given once, or months
    of monthly gifts, whose reference is found by `words` too.
    """

    words: str = ""
    state: str = ""
    fund: Fund | None = None
    provider: str = ""
    first: date | None = None
    last: date | None = None
    is_test: bool | None = None
    rhythm: str = ""


def find_gifts(wish: GiftWish) -> QuerySet[Donation]:
    """Return the gifts that fit, the newest first."""
    found = Donation.objects.select_related(
        "fundraiser__fund__cause__locale", "fundraiser__fund__beneficiary", "recurring"
    )
    if wish.words:
        words = wish.words.strip()
        named = Q(key__startswith=words) | Q(provider_ref__startswith=words)
        named |= Q(recurring__key__startswith=words)
        found = found.filter(
            named | Q(name__icontains=words) | Q(fundraiser__title__icontains=words)
        )
    exact = {
        "state": wish.state,
        "provider": wish.provider,
        "fundraiser__fund": wish.fund,
        "begun_at__gte": _start(wish.first),
        "begun_at__lt": _start(wish.last + timedelta(days=1)) if wish.last else None,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wish.is_test is not None:
        found = found.filter(is_test=wish.is_test)
    if wish.rhythm:
        found = found.filter(recurring__isnull=wish.rhythm == Rhythm.ONCE)
    return found.order_by("-begun_at", "-pk")


def _start(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None
