"""What a receipt would look like for a gift without money: no number, no row, no right."""

from dataclasses import replace

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from fundraising.domain.draw_receipt import draw_receipt
from fundraising.domain.receipt_facts import receipt_facts
from fundraising.models import Donation, Receipt, TaxStanding


def draw_specimen(gift: Donation, standing: TaxStanding) -> bytes:
    """Return the PDF of a receipt that nobody issued, for an invented donor."""
    made_at = localtime(gift.paid_at or gift.begun_at)
    with override("fr"):
        receipt = Receipt(
            year=made_at.year,
            number=0,
            amount_cents=gift.net_cents,
            given_on=made_at.date(),
            donor_name=_("Zoé Leek"),
            donor_address=_("12 Kitchen Garden Street\n75011 Paris"),
            issuer=standing.as_issuer(),
            issued_at=made_at,
        )
        facts = replace(
            receipt_facts(receipt),
            number=_("SPECIMEN"),
            mark=_("Specimen of a gift without money: it gives no right to anything."),
            is_void=True,
        )
    return draw_receipt(facts)
