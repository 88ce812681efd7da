"""Issue a tax receipt for a gift: its number follows the last one, whatever happens at once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from fundraising.domain.tell_receipt import tell_receipt
from fundraising.models import (
    Donation,
    Receipt,
    ReceiptCounter,
    ReceiptLine,
    RecurringGift,
    TaxStanding,
)
from fundraising.refusals import NoReceiptForThis, NoReceiptsHere
from qa.domain.clean_words import clean_words

CURRENCY = "EUR"


@dataclass(frozen=True, slots=True)
class Donor:
    """Who gave, for the tax office. `address` in lines; `email` "" for no mail."""

    name: str
    address: str
    is_company: bool = False
    email: str = ""
    language: str = "fr"


def standing_of(gift: Donation | RecurringGift) -> TaxStanding | None:
    """Return the standing of who received `gift`, if that organisation issues receipts here."""
    receiver = gift.fundraiser.fund.beneficiary_id
    found = TaxStanding.objects.select_related("organisation").filter(organisation=receiver)
    return found.filter(issues_receipts=True).first()


def can_have_receipt(gift: Donation) -> bool:
    """Say whether this gift is one for which the law knows a receipt: money, paid, and kept."""
    return not gift.is_test and gift.currency == CURRENCY and gift.net_cents > 0


def issue_receipt(gift: Donation, donor: Donor) -> Receipt:
    """Issue the receipt of `gift`, or return the one that holds already; mail it where wished.

    It is for what is left of the gift after refunds, and names the cancelled receipt that it
    replaces. The gift's row is locked before the counter's, as refunds do. Raises NoReceiptsHere
    or NoReceiptForThis.
    """
    with transaction.atomic():
        gift = Donation.objects.select_for_update().get(pk=gift.pk)
        standing = standing_of(gift)
        if standing is None:
            raise NoReceiptsHere
        if not can_have_receipt(gift) or is_yearly(gift, standing):
            raise NoReceiptForThis
        held = Receipt.objects.valid().of(gift).first()
        return held or _new_receipt(gift, donor, standing)


def is_yearly(gift: Donation, standing: TaxStanding) -> bool:
    """Say whether `gift` is receipted with the others of its year: each month of a monthly one."""
    return standing.receipts_yearly or gift.recurring_id is not None


def _new_receipt(gift: Donation, donor: Donor, standing: TaxStanding) -> Receipt:
    cancelled = Receipt.objects.filter(donation=gift, replaced_by=None).order_by("-pk").first()
    return write_receipt(
        standing,
        [gift],
        donation=gift,
        donor_name=clean_words(donor.name),
        donor_address=donor.address,
        is_company=donor.is_company,
        email=donor.email,
        language=donor.language,
        replaces=cancelled,
    )


def write_receipt(standing: TaxStanding, gifts: list[Donation], **values: Any) -> Receipt:
    """Write a receipt over locked `gifts` under the next number, and its mail.

    `values` say whom it names and what it replaces. In the caller's transaction: whatever fails
    afterwards gives the number back.
    """
    year = timezone.localdate().year
    receipt = Receipt.objects.create(
        organisation=standing.organisation,
        year=year,
        number=_next_number(standing.organisation_id, year),
        amount_cents=sum(gift.net_cents for gift in gifts),
        given_on=max(_day_of(gift) for gift in gifts),
        issuer=standing.as_issuer(),
        **values,
    )
    ReceiptLine.objects.bulk_create(
        ReceiptLine(receipt=receipt, donation=gift, amount_cents=gift.net_cents) for gift in gifts
    )
    tell_receipt(receipt)
    return receipt


def _day_of(gift: Donation) -> date:
    return timezone.localtime(gift.paid_at).date() if gift.paid_at else timezone.localdate()


def _next_number(organisation_id: int, year: int) -> int:
    """Take the next number; a transaction that fails afterwards gives it back."""
    values: dict[str, Any] = {"organisation_id": organisation_id, "year": year}
    ReceiptCounter.objects.get_or_create(**values)
    counter = ReceiptCounter.objects.select_for_update().get(**values)
    counter.last_number += 1
    counter.save(update_fields=["last_number"])
    return counter.last_number
