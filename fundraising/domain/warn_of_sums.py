"""Warn when the gifts of a year come near the sum from which accounts are audited and published.

Source: law 87-571 of 23 July 1987, article 4-1, and Code de commerce, D. 612-5: who receives
more than 153,000 € a year in gifts that open a right to a tax advantage publishes its certified
annual accounts. Only what was given here is counted: what came elsewhere adds to it.
"""

from datetime import date

from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from campaigns.models import Organisation
from fundraising.domain.issue_receipt import CURRENCY
from fundraising.models import Donation, GiftWarning
from users.domain.holders import holders_of
from users.domain.language_of import language_of

OCCASION = "gift_sum"
THRESHOLD_CENTS = 153_000_00
WARN_FROM_CENTS = THRESHOLD_CENTS * 80 // 100
KEEP_BOOKS = "fundraising.keep_books"


def sums_of_year(year: int) -> dict[int, int]:
    """Return what is left of the real gifts of `year` in euro cents, by organisation."""
    gifts = Donation.objects.filter(
        is_test=False,
        currency=CURRENCY,
        paid_at__date__gte=date(year, 1, 1),
        paid_at__date__lte=date(year, 12, 31),
    )
    net = F("paid_cents") - F("refunded_cents")
    by = gifts.values_list("fundraiser__fund__beneficiary").annotate(sum=Sum(net)).order_by()
    return dict(by.values_list("fundraiser__fund__beneficiary", "sum"))


def warn_of_sums() -> int:
    """Warn of each organisation that reached 80 % this year, once; return how many are new."""
    year = timezone.localdate().year
    near = {pk: cents for pk, cents in sums_of_year(year).items() if cents >= WARN_FROM_CENTS}
    return sum(_warn(pk, year, cents) for pk, cents in near.items())


def _warn(organisation_id: int, year: int, cents: int) -> bool:
    with transaction.atomic():
        warning, is_new = GiftWarning.objects.get_or_create(
            organisation_id=organisation_id, year=year, defaults={"sum_cents": cents}
        )
        if is_new:
            for user in holders_of(KEEP_BOOKS):
                if user.email:
                    queue_letter(OCCASION, str(warning.pk), user.email, language_of(user))
    return is_new


def write_warning(mail: Mail) -> Letter | None:
    """Write the mail about a warning."""
    warning = GiftWarning.objects.select_related("organisation").filter(pk=mail.about).first()
    return _letter(warning) if warning is not None else None


def sample_warning() -> Letter:
    """Return how such a mail looks."""
    receiver = Organisation(name="Épicerie du Pont")
    return _letter(GiftWarning(organisation=receiver, year=2026, sum_cents=WARN_FROM_CENTS))


def _letter(warning: GiftWarning) -> Letter:
    subject = _("Gifts come near 153,000 €")
    context = {
        "subject": subject,
        "warning": warning,
        "threshold_cents": THRESHOLD_CENTS,
        "link": absolute("/admin/"),
    }
    return compose(subject, "fundraising/mail/gift_sum", context)
