"""What donors do with what is kept of them: take it along, or have it erased. Amounts stay."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from audience.models import Mail
from fundraising.domain.send_link import OCCASION as LINK
from fundraising.domain.tell_donor import OCCASION
from fundraising.domain.tell_monthly import ENDED, FAILED, STARTED
from fundraising.enums import Visibility
from fundraising.models import Donation, Receipt, ReceiptWish, RecurringGift, Supporter


def erase_donor(gift: Donation) -> None:
    """Forget who made a gift: name, words, address. Once more, nothing changes.

    The sums stay, since money is accounted for; so does a tax receipt, for as long as the law says.
    A month of a monthly gift is forgotten with all of them.
    """
    with transaction.atomic():
        donors = [_forget_order(gift.recurring) if gift.recurring else None]
        months = Q(recurring=gift.recurring_id) if gift.recurring_id else Q(pk=gift.pk)
        for kept in Donation.objects.select_for_update().filter(months).order_by("pk"):
            donors.append(_forget(kept))
        for donor in {donor for donor in donors if donor}:
            _forget_mailbox(donor)


def erase_monthly(order: RecurringGift) -> None:
    """Forget who gives each month. It goes on without a name until it is stopped."""
    first = order.gifts.first()  # type: ignore[attr-defined]
    if first is not None:
        erase_donor(first)
        return
    with transaction.atomic():
        donor = _forget_order(order)
        if donor:
            _forget_mailbox(donor)


def _forget_order(order: RecurringGift) -> Supporter | None:
    kept = RecurringGift.objects.select_for_update().get(pk=order.pk)
    donor, kept.donor = kept.donor, None
    wish, kept.receipt_wish = kept.receipt_wish, None
    kept.name = kept.message = kept.thanks_email = kept.email = ""
    kept.visibility, kept.shows_amount = Visibility.ANONYMOUS, False
    names = (
        "donor",
        "receipt_wish",
        "name",
        "message",
        "thanks_email",
        "email",
        "visibility",
        "shows_amount",
    )
    kept.save(update_fields=names)
    Mail.objects.filter(
        occasion__in=(STARTED, FAILED, ENDED), about__startswith=f"{kept.pk}:"
    ).delete()
    _forget_wish(wish)
    return donor


def _forget(kept: Donation) -> Supporter | None:
    donor, kept.donor = kept.donor, None
    wish, kept.receipt_wish = kept.receipt_wish, None
    kept.name = kept.message = kept.thanks_email = ""
    kept.visibility, kept.shows_amount = Visibility.ANONYMOUS, False
    names = (
        "donor",
        "receipt_wish",
        "name",
        "message",
        "thanks_email",
        "visibility",
        "shows_amount",
    )
    kept.save(update_fields=names)
    Mail.objects.filter(occasion=OCCASION, about=str(kept.pk)).delete()
    _forget_wish(wish)
    return donor


def _forget_wish(wish: ReceiptWish | None) -> None:
    """Forget a name and an address that no gift needs any more; on a receipt they stay."""
    if wish is None:
        return
    kept = (wish.gifts, wish.monthly_gifts, wish.receipts)  # type: ignore[attr-defined]
    if not any(rows.exists() for rows in kept):
        wish.delete()


def _forget_mailbox(donor: Supporter) -> None:
    """Forget a mailbox under which nothing is kept any more."""
    kept = (donor.fundraisers, donor.gifts, donor.monthly_gifts)  # type: ignore[attr-defined]
    if not any(rows.exists() for rows in kept):
        Mail.objects.filter(occasion=LINK, email=donor.email).delete()
        donor.delete()


def exported_gift(gift: Donation) -> dict[str, Any]:
    """Return all that the site holds about a gift, for who made it."""
    return {
        "reference": gift.key,
        "page": gift.fundraiser.title,
        "fund": str(gift.fundraiser.fund.cause),
        "receiver": gift.fundraiser.fund.beneficiary.name,
        "amount_cents": gift.amount_cents,
        "covered_cents": gift.covered_cents,
        "paid_cents": gift.paid_cents,
        "refunded_cents": gift.refunded_cents,
        "currency": gift.currency,
        "state": gift.state,
        "is_test": gift.is_test,
        "provider": gift.provider,
        "provider_reference": gift.provider_ref,
        "visibility": gift.visibility,
        "name": gift.name,
        "shows_amount": gift.shows_amount,
        "message": gift.message,
        "thanks_email": gift.thanks_email,
        "kept_under": gift.donor.email if gift.donor else "",
        "begun_at": gift.begun_at.isoformat(),
        "paid_at": gift.paid_at.isoformat() if gift.paid_at else None,
        "monthly_gift": gift.recurring.key if gift.recurring else None,
        "wished_receipt": _wished(gift.receipt_wish),
        "told": [
            {"kind": one.kind, "amount_cents": one.amount_cents, "at": one.occurred_at.isoformat()}
            for one in gift.events.order_by("occurred_at", "pk")  # type: ignore[attr-defined]
        ],
        "tax_receipts": [
            {"number": one.reference, "name": one.donor_name, "address": one.donor_address}
            for one in Receipt.objects.of(gift).order_by("pk")
        ],
    }


def _wished(wish: ReceiptWish | None) -> dict[str, str] | None:
    if wish is None:
        return None
    return {"name": wish.donor_name, "address": wish.donor_address, "email": wish.email}


def exported_monthly(order: RecurringGift) -> dict[str, Any]:
    """Return all that the site holds about a monthly gift, for who gives it."""
    return {
        "reference": order.key,
        "page": order.fundraiser.title,
        "fund": str(order.fundraiser.fund.cause),
        "receiver": order.fundraiser.fund.beneficiary.name,
        "amount_cents_a_month": order.amount_cents,
        "covered_cents": order.covered_cents,
        "currency": order.currency,
        "state": order.state,
        "is_test": order.is_test,
        "provider": order.provider,
        "provider_reference": order.provider_ref,
        "visibility": order.visibility,
        "name": order.name,
        "shows_amount": order.shows_amount,
        "email": order.email,
        "language": order.language,
        "kept_under": order.donor.email if order.donor else "",
        "wished_receipt": _wished(order.receipt_wish),
        "begun_at": order.begun_at.isoformat(),
        "started_at": order.started_at.isoformat() if order.started_at else None,
        "ended_at": order.ended_at.isoformat() if order.ended_at else None,
        "told": [
            {"kind": one.kind, "at": one.occurred_at.isoformat()}
            for one in order.events.order_by("occurred_at", "pk")  # type: ignore[attr-defined]
        ],
        "months": [exported_gift(one) for one in order.gifts.order_by("pk")],  # type: ignore[attr-defined]
    }
