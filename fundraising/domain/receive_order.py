"""Take in what a provider tells of a standing order, and find the gift that a month of it is."""

from django.db import transaction

from fundraising.domain.fold_order import fold_order
from fundraising.domain.tell_monthly import ENDED, FAILED, STARTED, tell_monthly
from fundraising.enums import MonthlyState
from fundraising.gateways.payments import Notification, OrderNotification
from fundraising.models import Donation, RecurringEvent, RecurringGift
from fundraising.refusals import GiftUnknown, WrongCurrency


def receive_order(provider: str, told: OrderNotification) -> bool:
    """Keep what was told and say whether it is new; told again, nothing changes.

    Raises GiftUnknown.
    """
    with transaction.atomic():
        order = _locked(provider, told.reference, told.is_test)
        event, is_new = RecurringEvent.objects.get_or_create(
            provider=provider,
            event_id=told.event_id,
            defaults={"recurring": order, "kind": told.kind, "occurred_at": told.occurred_at},
        )
        if is_new:
            order.provider_ref = told.order_ref or order.provider_ref
            settle_order(order, f"{event.pk}")
    return is_new


def instalment_of(provider: str, told: Notification) -> Donation:
    """Return the gift of the month that `told` is about, made now when it is the first to tell.

    Its standing order is locked, in the caller's transaction. The gift is shown as the first one
    was wished to be; words to the page's owner, and the wish to be thanked, go with the first month
    alone. Raises GiftUnknown or WrongCurrency.
    """
    order = _locked(provider, told.reference, told.is_test)
    if told.currency != order.currency:
        raise WrongCurrency(currency=told.currency)
    before = Donation.objects.filter(recurring=order)
    is_repeat = before.exclude(instalment_ref=told.instalment).exists()
    gift, _is_new = Donation.objects.get_or_create(
        provider=provider,
        instalment_ref=told.instalment,
        defaults={
            "recurring": order,
            "is_repeat": is_repeat,
            "fundraiser_id": order.fundraiser_id,
            "amount_cents": order.amount_cents,
            "covered_cents": order.covered_cents,
            "currency": order.currency,
            "is_test": order.is_test,
            "visibility": order.visibility,
            "name": order.name,
            "shows_amount": order.shows_amount,
            "hides_name": before.filter(hides_name=True).exists(),
            "message": "" if is_repeat else order.message,
            "thanks_email": "" if is_repeat else order.thanks_email,
            "donor_id": order.donor_id,
            "receipt_wish_id": order.receipt_wish_id,
            "begun_at": told.occurred_at,
        },
    )
    if gift.recurring_id != order.pk:
        raise GiftUnknown
    return gift


def settle_order(order: RecurringGift, cause: str = "") -> None:
    """Bring a locked standing order to what is known of it, and tell its donor what is new.

    `cause` names what was told, so that each failure is written of once.
    """
    was, had_started = order.state, order.started_at is not None
    months = order.gifts.values_list("paid_at", flat=True)  # type: ignore[attr-defined]
    standing = fold_order(
        order.events.all(),  # type: ignore[attr-defined]
        [paid_at for paid_at in months if paid_at is not None],
    )
    order.state, order.started_at = standing.state, standing.started_at
    order.ended_at = standing.ended_at
    order.save()
    if order.started_at is None:
        return
    if not had_started:
        tell_monthly(order, STARTED)
    if was != order.state == MonthlyState.PAST_DUE:
        tell_monthly(order, FAILED, cause)
    if was != order.state == MonthlyState.ENDED:
        tell_monthly(order, ENDED)


def _locked(provider: str, reference: str, is_test: bool) -> RecurringGift:
    known = RecurringGift.objects.select_for_update().filter(provider=provider)
    order = known.filter(key=reference, is_test=is_test).first()
    if order is None:
        raise GiftUnknown
    return order
