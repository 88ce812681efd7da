"""Send who reported a text its receipt and what was decided, if they left an address."""

from django.utils import timezone
from django.utils.translation import gettext as _

from audience.domain.forget_letters import forget_letters
from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from qa.enums import NoticeState
from qa.models import Notice

OCCASION = "notice"
# A day, to one mailbox, all kinds together. Receipts are set off by strangers; a decision is owed.
MOST_RECEIPTS, MOST_DECISIONS = 10, 30


def tell_reporter(notice: Notice) -> None:
    """Queue a mail in this transaction; without an address, do nothing.

    Each version of the notice is told once.
    """
    most = MOST_RECEIPTS if notice.is_open else MOST_DECISIONS
    if notice.email and take_slot_of_address(notice.email, timezone.localdate(), most):
        about = f"{notice.pk}:{notice.version}"
        queue_letter(OCCASION, about, notice.email, notice.language)


def forget_reporter(notice: Notice) -> None:
    """Forget the address that the sender left, and the mails to it. Doing it twice is fine."""
    Notice.objects.filter(pk=notice.pk).update(email="")
    notice.email = ""
    for version in range(notice.version + 1):
        forget_letters(OCCASION, f"{notice.pk}:{version}")


def write_to_reporter(mail: Mail) -> Letter | None:
    """Say where the notice stands; None when it, or the address, was forgotten since."""
    pk = mail.about.partition(":")[0]
    notice = Notice.objects.filter(pk=pk).exclude(email="").first()
    return _letter(notice) if notice else None


def sample_to_reporter() -> Letter:
    """Return how the mail with a decision looks."""
    words = _("All turnips are thieves!")
    answer = _("It insults turnips in general. We have hidden it.")
    return _letter(Notice(words=words, key="0", state=NoticeState.UPHELD, answer=answer, email="-"))


def _letter(notice: Notice) -> Letter:
    title = _("We have received your report") if notice.is_open else _("Your report was decided")
    context = {
        "notice": notice,
        "title": title,
        "answer": notice.redress_answer or notice.answer,
        "link": absolute(notice.get_absolute_url()),
    }
    return compose(title, "qa/mail/notice", context)
