"""What donors do with what is kept of them: take it along, or have it erased. Amounts stay."""

from typing import Any

from django.db import transaction

from audience.models import Mail
from fundraising.domain.send_link import OCCASION as LINK
from fundraising.domain.tell_donor import OCCASION
from fundraising.enums import Visibility
from fundraising.models import Donation


def erase_donor(gift: Donation) -> None:
    """Forget who made a gift: name, words, address. Once more, nothing changes.

    The sums stay, since money is accounted for; so does a tax receipt, for as long as the law says.
    """
    with transaction.atomic():
        kept = Donation.objects.select_for_update().get(pk=gift.pk)
        donor, kept.donor = kept.donor, None
        kept.name = kept.message = kept.thanks_email = ""
        kept.visibility, kept.shows_amount = Visibility.ANONYMOUS, False
        kept.save(
            update_fields=["donor", "name", "message", "thanks_email", "visibility", "shows_amount"]
        )
        Mail.objects.filter(occasion=OCCASION, about=str(kept.pk)).delete()
        if donor and not donor.fundraisers.exists() and not donor.gifts.exists():
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
        "told": [
            {"kind": one.kind, "amount_cents": one.amount_cents, "at": one.occurred_at.isoformat()}
            for one in gift.events.order_by("occurred_at", "pk")  # type: ignore[attr-defined]
        ],
        "tax_receipts": [
            {"number": one.reference, "name": one.donor_name, "address": one.donor_address}
            for one in gift.receipts.order_by("pk")  # type: ignore[attr-defined]
        ],
    }
