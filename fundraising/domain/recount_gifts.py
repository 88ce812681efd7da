"""Prove the sums of gifts from what providers told, and the totals of pages from their gifts."""

from django.db import transaction

from campaigns.domain.ledger.recount import Difference
from campaigns.recounts import Recounted
from fundraising.domain.cancel_receipt import cancel_outdated
from fundraising.domain.fold_events import fold_events
from fundraising.domain.match_gifts import recount_match
from fundraising.models import Donation, Fundraiser, MatchingGift

_TOTALS = ("total_cents", "gift_count", "test_total_cents", "test_gift_count")


def recount_gifts(write: bool) -> Recounted:
    """Count all gifts again and return the sums that differ; `write` mends them.

    What seems to differ is counted once more under the row's lock.
    """
    differences: list[Difference] = []
    for gift in Donation.objects.prefetch_related("events").order_by("pk").iterator(500):
        if _sums(gift) != (gift.paid_cents, gift.refunded_cents):
            differences += _check_gift(gift.pk, write)
    for pk in Fundraiser.objects.order_by("pk").values_list("pk", flat=True):
        differences += _check_page(pk, write)
    for pk in MatchingGift.objects.order_by("pk").values_list("pk", flat=True):
        differences += recount_match(pk, write)
    gifts, pages = Donation.objects.count(), Fundraiser.objects.count()
    return Recounted(f"{gifts} gifts to {pages} collection pages", differences)


def _check_gift(pk: int, write: bool) -> list[Difference]:
    with transaction.atomic():
        gift = Donation.objects.select_for_update().get(pk=pk)
        sums = fold_events(gift.events.all())
        counted = sums.paid_cents - sums.refunded_cents
        if (sums.paid_cents, sums.refunded_cents) == (gift.paid_cents, gift.refunded_cents):
            return []
        found = [Difference(f"gift {gift.pk}", gift.net_cents, counted, write)]
        if write:
            gift.paid_cents, gift.refunded_cents = sums.paid_cents, sums.refunded_cents
            gift.state = sums.state
            gift.save()
            cancel_outdated(gift)
    return found


def _check_page(pk: int, write: bool) -> list[Difference]:
    with transaction.atomic():
        page = Fundraiser.objects.select_for_update().get(pk=pk)
        counted = _totals(page)
        found = [
            Difference(f"{name} of collection page {page.code}", getattr(page, name), value, write)
            for name, value in counted.items()
            if getattr(page, name) != value
        ]
        if write and found:
            Fundraiser.objects.filter(pk=pk).update(**counted)
    return found


def _totals(page: Fundraiser) -> dict[str, int]:
    counted = dict.fromkeys(_TOTALS, 0)
    for is_test, paid, refunded in page.donations.values_list(
        "is_test", "paid_cents", "refunded_cents"
    ):
        prefix = "test_" if is_test else ""
        counted[f"{prefix}total_cents"] += paid - refunded
        counted[f"{prefix}gift_count"] += paid > refunded
    return counted


def _sums(gift: Donation) -> tuple[int, int]:
    sums = fold_events(gift.events.all())
    return sums.paid_cents, sums.refunded_cents
