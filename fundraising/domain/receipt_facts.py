"""What a tax receipt says, line by line: the entries of the official forms.

People get the entries of form Cerfa 11580*05 (CGI, articles 200 and, where the association may,
978), companies those of Cerfa 16216*01 (article 238 bis): since 2023 the first no longer covers
companies. Whoever issues may lay out the entries as they like as long as all of them are there
(BOI-IR-RICI-250-40). A receipt is French, whoever reads it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from fundraising.domain.euros import euros
from fundraising.domain.spell_euros import spell_euros
from fundraising.models import Receipt, ReceiptLine

# More than two a month are summed up: the page has an end.
MOST_DAYS = 24


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """A title, the form it stands for, blocks of (label, value), and what is certified.

    `mark` qualifies it; `is_void` says that it gives no right to anything.
    """

    title: str
    form: str
    number: str
    blocks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    certified: str
    signed: str
    mark: str
    issuer: str
    issued_at: datetime
    is_void: bool = False


def receipt_facts(receipt: Receipt) -> ReceiptFacts:
    """Return all that stands on `receipt`, in French."""
    with override("fr"):
        return ReceiptFacts(
            title=_("Receipt for a gift"),
            form=_("Entries of form Cerfa %(form)s")
            % {"form": "16216*01" if receipt.is_company else "11580*05"},
            number=receipt.reference,
            blocks=(
                (_("Who received the gift"), _issuer(receipt)),
                (_("Who gave it"), _donor(receipt)),
                (_("The gift"), _gift(receipt)),
            ),
            certified=_certified(receipt),
            signed=_signed(receipt),
            mark=_mark(receipt),
            issuer=receipt.issued_by.get("name", ""),
            issued_at=localtime(receipt.issued_at),
            is_void=receipt.cancelled_at is not None,
        )


def _issuer(receipt: Receipt) -> tuple[tuple[str, str], ...]:
    issuer = receipt.issued_by
    lines = (
        (_("Name"), issuer.get("name", "")),
        (_("SIREN or RNA number"), issuer.get("siren") or issuer.get("rna", "")),
        (_("Address"), issuer.get("address", "")),
        (_("Purpose"), issuer.get("purpose", "")),
        (_("Kind of organisation"), issuer.get("quality", "")),
    )
    return tuple(line for line in lines if line[1])


def _donor(receipt: Receipt) -> tuple[tuple[str, str], ...]:
    return ((_("Name"), receipt.donor_name), (_("Address"), receipt.donor_address))


def _gift(receipt: Receipt) -> tuple[tuple[str, str], ...]:
    return (
        (_("Amount"), f"***{euros(receipt.amount_cents, 'fr')}***"),
        (_("In words"), spell_euros(receipt.amount_cents)),
        _paid_on(receipt),
        (_("Form of the gift"), _("declaration of a gift from hand to hand")),
        (_("Nature of the gift"), _("money")),
        (_("Way of payment"), _("transfer, direct debit or bank card")),
    )


def _paid_on(receipt: Receipt) -> tuple[str, str]:
    """Return the day of the gift, or the days and sums of all gifts of a year."""
    if receipt.gift_year is None:
        return _("Day of the payment"), date_format(receipt.given_on, "j F Y")
    lines = ReceiptLine.objects.filter(receipt=receipt).select_related("donation")
    told = [
        f"{_day(line.donation.paid_at)} ({euros(line.amount_cents, 'fr')})"
        for line in lines.order_by("donation__paid_at", "pk")
    ]
    if len(told) > MOST_DAYS:
        between = {"number": len(told), "first": told[0], "last": told[-1]}
        return _("Payments of %(year)s") % {"year": receipt.gift_year}, _(
            "%(number)s payments, from %(first)s to %(last)s"
        ) % between
    return _("Payments of %(year)s") % {"year": receipt.gift_year}, ", ".join(told)


def _day(instant: datetime | None) -> str:
    return date_format(localtime(instant), "j F Y") if instant else ""


def _certified(receipt: Receipt) -> str:
    if receipt.is_company:
        articles = "238 bis"
    else:
        articles = "200 et 978" if receipt.issued_by.get("covers_wealth_tax") else "200"
    return _(
        "The organisation certifies on its honour that the gifts it receives give a right to the "
        "tax reduction of article %(articles)s of the Code général des impôts."
    ) % {"articles": articles}


def _signed(receipt: Receipt) -> str:
    issuer = receipt.issued_by
    return _("Issued on %(day)s by %(name)s, %(title)s.") % {
        "day": date_format(localtime(receipt.issued_at), "j F Y"),
        "name": issuer.get("signatory", ""),
        "title": issuer.get("signatory_title", ""),
    }


def _mark(receipt: Receipt) -> str:
    """Return what qualifies the receipt: that it is cancelled, or which one it replaces."""
    if receipt.cancelled_at is not None:
        return _("CANCELLED on %(day)s: it gives no right to anything.") % {
            "day": date_format(localtime(receipt.cancelled_at), "j F Y")
        }
    if receipt.replaces is not None:
        values = {"reference": receipt.replaces.reference}
        return _("Replaces receipt %(reference)s, which is cancelled.") % values
    return ""
