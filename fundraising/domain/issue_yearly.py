"""Issue the receipts of a year: one for each donor of an organisation, over all their gifts of it.

Asked for twice, by many at once, or killed at any instant: what is there stays, what is missing is
issued, without a gap in the numbers. Each receipt is a transaction of its own.
"""

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from fundraising.domain.cancel_receipt import cancel
from fundraising.domain.issue_receipt import CURRENCY, can_have_receipt, write_receipt
from fundraising.enums import CancelReason
from fundraising.models import Donation, Receipt, ReceiptRun, ReceiptWish, TaxStanding
from fundraising.refusals import NoReceiptsHere, YearNotOver
from users.models import User


def ask_for_year(standing: TaxStanding, year: int, user: User | None) -> ReceiptRun:
    """Have the receipts of `year` issued; asked again, nothing more is done.

    Raises NoReceiptsHere or YearNotOver.
    """
    if not standing.issues_receipts:
        raise NoReceiptsHere
    if year >= timezone.localdate().year:
        raise YearNotOver(year=year)
    run, _is_new = ReceiptRun.objects.get_or_create(
        organisation=standing.organisation, year=year, defaults={"asked_by": user}
    )
    return run


def issue_years() -> int:
    """Issue what is missing of all years that were asked for; return how many receipts are new.

    A chore of the worker: what a kill left undone, what a refund cancelled and what was wished for
    late is issued the next time.
    """
    return sum(issue_year(run) for run in ReceiptRun.objects.select_related("organisation"))


def issue_year(run: ReceiptRun) -> int:
    """Issue what is missing of one year; return how many receipts are new."""
    standing = TaxStanding.objects.select_related("organisation").filter(
        organisation=run.organisation_id, issues_receipts=True
    )
    found = standing.first()
    if found is None:
        return 0
    gifts = _gifts(run.year).filter(receipt_wish__organisation=run.organisation_id)
    waiting = gifts.exclude(receipt_lines__holds=True).order_by("receipt_wish")
    wishes = waiting.values_list("receipt_wish", flat=True).distinct()
    return sum(issue_for(found, number, run.year) is not None for number in wishes)


def issue_for(
    standing: TaxStanding, wish_number: int, year: int, replaces: Receipt | None = None
) -> Receipt | None:
    """Issue the receipt of one donor for `year`; None when there is nothing to issue.

    The wish is locked first, then its gifts in one order, then the counter. A valid receipt on
    which another gift of the year is missing is cancelled for one with all of them.
    """
    with transaction.atomic():
        # No key of it changes: rows that refer to it, such as a gift just told of, wait for nobody.
        wish = ReceiptWish.objects.select_for_update(no_key=True).get(pk=wish_number)
        mine = _gifts(year).filter(receipt_wish=wish).values("pk")
        locked = Donation.objects.select_for_update().filter(pk__in=mine).order_by("pk")
        held = Receipt.objects.valid().filter(wish=wish, gift_year=year).first()
        gifts = [gift for gift in locked if can_have_receipt(gift) and _is_free(gift, held)]
        if not gifts or (held is not None and _says(held) == {(g.pk, g.net_cents) for g in gifts}):
            return None
        if held is not None:
            cancel(Receipt.objects.select_for_update().get(pk=held.pk), CancelReason.MORE)
        before = replaces or held or _last_cancelled(wish, year)
        return write_receipt(
            standing,
            gifts,
            wish=wish,
            gift_year=year,
            donor_name=wish.donor_name,
            donor_address=wish.donor_address,
            is_company=wish.is_company,
            email=wish.email,
            language=wish.language,
            replaces=before,
        )


def _gifts(year: int) -> QuerySet[Donation]:
    """Return the gifts of real money of a year of which something is left."""
    return Donation.objects.filter(
        paid_at__year=year, is_test=False, currency=CURRENCY, paid_cents__gt=F("refunded_cents")
    )


def _is_free(gift: Donation, held: Receipt | None) -> bool:
    """Say whether `gift` stands on no valid receipt but `held`."""
    lines = gift.receipt_lines.filter(holds=True)  # type: ignore[attr-defined]
    return not lines.exclude(receipt=held).exists() if held else not lines.exists()


def _says(receipt: Receipt) -> set[tuple[int, int]]:
    return set(receipt.lines.values_list("donation", "amount_cents"))  # type: ignore[attr-defined]


def _last_cancelled(wish: ReceiptWish, year: int) -> Receipt | None:
    cancelled = Receipt.objects.filter(wish=wish, gift_year=year, replaced_by=None)
    return cancelled.exclude(cancelled_at=None).order_by("-pk").first()
