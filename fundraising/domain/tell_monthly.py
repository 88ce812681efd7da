"""Tell who gives each month that it has begun, that a month failed, that it has ended."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from campaigns.models import Organisation
from fundraising.enums import MonthlyState
from fundraising.models import Fund, Fundraiser, RecurringGift

STARTED, FAILED, ENDED = "monthly_begun", "monthly_failed", "monthly_ended"
# A day, to one mailbox, all kinds together.
MOST_PER_MAILBOX = 20
_SUBJECTS: dict[str, Promise] = {
    STARTED: gettext_lazy("Your monthly gift has begun"),
    FAILED: gettext_lazy("This month’s gift could not be paid"),
    ENDED: gettext_lazy("Your monthly gift has ended"),
}


def tell_monthly(order: RecurringGift, occasion: str, cause: str = "") -> None:
    """Queue the mail of `occasion`, in this transaction, where its donor left an address.

    `cause` tells one failure from the next: of each, one mail.
    """
    email = order.email
    if email and take_slot_of_address(email, timezone.localdate(), MOST_PER_MAILBOX):
        queue_letter(occasion, f"{order.pk}:{cause}", email, order.language)


def write_monthly(mail: Mail) -> Letter | None:
    """Write it; None when its donor was erased, or a month that failed was paid meanwhile."""
    orders = RecurringGift.objects.select_related("fundraiser__fund__beneficiary")
    order = orders.filter(pk=mail.about.partition(":")[0]).exclude(email="").first()
    if order is None or (mail.occasion == FAILED and order.state != MonthlyState.PAST_DUE):
        return None
    return _letter(order, mail.occasion)


def sample_begun() -> Letter:
    """Return how the mail at its beginning looks."""
    return _letter(_sample(), STARTED)


def sample_failed() -> Letter:
    """Return how the mail about a month that failed looks."""
    return _letter(_sample(), FAILED)


def sample_ended() -> Letter:
    """Return how the mail at its end looks."""
    return _letter(_sample(), ENDED)


def _sample() -> RecurringGift:
    receiver = Organisation(name="Épicerie du Pont")
    page = Fundraiser(title=_("Zoé runs for it"), slug="0", fund=Fund(beneficiary=receiver))
    return RecurringGift(fundraiser=page, amount_cents=10_00, key="0" * 22)


def _letter(order: RecurringGift, occasion: str) -> Letter:
    subject = str(_SUBJECTS[occasion])
    context = {
        "subject": subject,
        "is_begun": occasion == STARTED,
        "is_failed": occasion == FAILED,
        "order": order,
        "page": order.fundraiser,
        "receiver": order.fundraiser.fund.beneficiary,
        "link": absolute(order.get_absolute_url()),
        "page_link": absolute(order.fundraiser.get_absolute_url()),
    }
    return compose(subject, "fundraising/mail/monthly_gift", context)
