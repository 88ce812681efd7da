"""Keep what matching gifts stand on: the sum of the gifts of their days."""

from django.db import transaction
from django.db.models import F, Q, Sum
from django.utils import timezone

from campaigns.domain.ledger.recount import Difference
from fundraising.domain.issue_receipt import CURRENCY
from fundraising.models import Donation, MatchingGift


def move_matches(gift: Donation, cents: int) -> None:
    """Add `cents`, negative for a refund, to what matches a locked gift, in its transaction.

    A gift counts for the day on which it was paid, also when it is given back later. Rows are
    moved in one order, so that gifts of the same fund wait for each other and never in a circle.
    """
    if not cents or gift.paid_at is None or gift.currency != CURRENCY:
        return
    day = timezone.localtime(gift.paid_at).date()
    matches = MatchingGift.objects.on(day).filter(fund__fundraisers=gift.fundraiser_id)
    name = "test_given_cents" if gift.is_test else "given_cents"
    for pk in matches.order_by("pk").values_list("pk", flat=True):
        MatchingGift.objects.filter(pk=pk).update(**{name: F(name) + cents})


def recount_match(pk: int, write: bool) -> list[Difference]:
    """Return where a matching gift differs from the gifts of its days; `write` mends it."""
    with transaction.atomic():
        match = MatchingGift.objects.select_for_update().get(pk=pk)
        counted = _given(match)
        found = [
            Difference(f"{name} of matching gift {pk}", getattr(match, name), value, write)
            for name, value in counted.items()
            if getattr(match, name) != value
        ]
        if write and found:
            MatchingGift.objects.filter(pk=pk).update(**counted)
    return found


def _given(match: MatchingGift) -> dict[str, int]:
    since, until = match.starts_on, match.ends_on
    gifts = Donation.objects.filter(
        fundraiser__fund=match.fund_id,
        currency=CURRENCY,
        paid_at__date__gte=since,
        paid_at__date__lte=until,
    )
    net = F("paid_cents") - F("refunded_cents")
    sums = gifts.aggregate(
        given=Sum(net, filter=Q(is_test=False)), test=Sum(net, filter=Q(is_test=True))
    )
    return {"given_cents": sums["given"] or 0, "test_given_cents": sums["test"] or 0}
