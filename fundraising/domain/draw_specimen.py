"""What a receipt would look like for a gift without money: no number, no row, no right."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from fundraising.domain.draw_receipt import draw_receipt
from fundraising.domain.receipt_facts import receipt_facts
from fundraising.models import Donation, Receipt, TaxStanding


def draw_specimen(gift: Donation, standing: TaxStanding) -> bytes:
    """Return the PDF of a receipt that nobody issued, for an invented donor."""
    today = timezone.localdate()
    with override("fr"):
        receipt = Receipt(
            year=today.year,
            number=0,
            amount_cents=gift.net_cents,
            given_on=today,
            donor_name=_("Zoé Leek"),
            donor_address=_("12 Kitchen Garden Street\n75011 Paris"),
            issuer=standing.as_issuer(),
        )
        facts = replace(
            receipt_facts(receipt),
            number=_("SPECIMEN"),
            mark=_("Specimen of a gift without money: it gives no right to anything."),
        )
    return draw_receipt(facts)
