"""Issue a tax receipt for a gift: its number follows the last one, whatever happens at once."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from fundraising.domain.tell_receipt import tell_receipt
from fundraising.models import Donation, Receipt, ReceiptCounter, TaxStanding
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


def standing_of(gift: Donation) -> TaxStanding | None:
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
        if not can_have_receipt(gift):
            raise NoReceiptForThis
        held = Receipt.objects.valid().filter(donation=gift).first()
        return held or _new_receipt(gift, donor, standing)


def _new_receipt(gift: Donation, donor: Donor, standing: TaxStanding) -> Receipt:
    year = timezone.localdate().year
    cancelled = Receipt.objects.filter(donation=gift, replaced_by=None).order_by("-pk").first()
    receipt = Receipt.objects.create(
        organisation=standing.organisation,
        year=year,
        number=_next_number(standing.organisation_id, year),
        donation=gift,
        amount_cents=gift.net_cents,
        given_on=timezone.localtime(gift.paid_at).date() if gift.paid_at else timezone.localdate(),
        donor_name=clean_words(donor.name),
        donor_address=donor.address,
        is_company=donor.is_company,
        email=donor.email,
        language=donor.language,
        issuer=standing.as_issuer(),
        replaces=cancelled,
    )
    tell_receipt(receipt)
    return receipt


def _next_number(organisation_id: int, year: int) -> int:
    """Take the next number; a transaction that fails afterwards gives it back."""
    values: dict[str, Any] = {"organisation_id": organisation_id, "year": year}
    ReceiptCounter.objects.get_or_create(**values)
    counter = ReceiptCounter.objects.select_for_update().get(**values)
    counter.last_number += 1
    counter.save(update_fields=["last_number"])
    return counter.last_number
