"""Take in what a provider tells of a gift: its row, the gift and the page's total in one go."""

from django.db import transaction
from django.db.models import F

from fundraising.domain.cancel_receipt import cancel_outdated
from fundraising.domain.fold_events import fold_events
from fundraising.domain.match_gifts import move_matches
from fundraising.domain.receive_order import instalment_of, settle_order
from fundraising.domain.team_sums import add_to_team
from fundraising.enums import EventKind
from fundraising.gateways.payments import Notification
from fundraising.models import Donation, Fundraiser, ProviderEvent
from fundraising.refusals import GiftUnknown, WrongCurrency


def receive_event(provider: str, told: Notification) -> bool:
    """Keep what was told and say whether it is new; told again, nothing changes.

    The gift's row is locked first, so that notifications of one gift wait for each other. Raises
    GiftUnknown or WrongCurrency.
    """
    with transaction.atomic():
        gift = _gift_told_of(provider, told)
        _event, is_new = ProviderEvent.objects.get_or_create(
            provider=provider,
            event_id=told.event_id,
            defaults={
                "donation": gift,
                "kind": told.kind,
                "amount_cents": told.amount_cents,
                "refund_ref": told.refund_ref,
                "occurred_at": told.occurred_at,
            },
        )
        if is_new:
            gift.provider_ref = told.provider_ref or gift.provider_ref
            if told.kind == EventKind.PAID and gift.paid_at is None:
                gift.paid_at = told.occurred_at
            settle(gift)
            if told.instalment and gift.recurring is not None:
                # Whoever gives can stop it as soon as a month is paid, whatever is told first.
                gift.recurring.provider_ref = told.order_ref or gift.recurring.provider_ref
                settle_order(gift.recurring)
    return is_new


def _gift_told_of(provider: str, told: Notification) -> Donation:
    """Return the gift, locked; that of a month behind its standing order, which is locked first."""
    known = Donation.objects.select_for_update(of=("self",)).select_related("recurring")
    if told.instalment:
        known = known.filter(pk=instalment_of(provider, told).pk)
    else:
        known = known.filter(provider=provider, key=told.reference, is_test=told.is_test)
    gift = known.first()
    if gift is None:
        raise GiftUnknown
    if told.currency != gift.currency:
        raise WrongCurrency(currency=told.currency)
    return gift


def settle(gift: Donation) -> None:
    """Bring a locked gift, and the totals of its page and team, to what its events say."""
    before_cents = gift.net_cents
    sums = fold_events(gift.events.all())
    gift.paid_cents, gift.refunded_cents = sums.paid_cents, sums.refunded_cents
    gift.state = sums.state
    gift.save()
    cancel_outdated(gift)
    move_matches(gift, gift.net_cents - before_cents)
    cents = gift.net_cents - before_cents
    count = (gift.net_cents > 0) - (before_cents > 0)
    total, number = (
        ("test_total_cents", "test_gift_count")
        if gift.is_test
        else (
            "total_cents",
            "gift_count",
        )
    )
    page = Fundraiser.objects.filter(pk=gift.fundraiser_id)
    page.update(**{total: F(total) + cents, number: F(number) + count})
    add_to_team(gift.fundraiser_id, {total: cents, number: count})
