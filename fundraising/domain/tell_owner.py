"""Tell the owner of a collection page what was decided about it. Each step once."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from fundraising.models import Fundraiser
from qa.enums import Action
from qa.models import Decision, Moderated

OCCASION = "collection"
CHANGED, CHANGE_DECLINED = "changed", "unchanged"
# A day, to one mailbox, all kinds together.
MOST_PER_MAILBOX = 20
_SUBJECTS: dict[str, Promise] = {
    Action.APPROVE: gettext_lazy("Your collection page is online"),
    Action.REJECT: gettext_lazy("Your collection page was not approved"),
    Action.HIDE: gettext_lazy("Your collection page is hidden for now"),
    Action.REMOVE: gettext_lazy("Your collection page was removed"),
    CHANGED: gettext_lazy("The change of your collection page is online"),
    CHANGE_DECLINED: gettext_lazy("The change of your collection page was not approved"),
}
_BY_TEAM = frozenset({Action.APPROVE, Action.REJECT, Action.HIDE, Action.REMOVE})


def tell_of_decision(decision: Decision, text: Moderated) -> None:
    """Queue the mail that a decision of the team calls for. Listens to `qa.decided`."""
    if isinstance(text, Fundraiser) and decision.decided_by_id and decision.action in _BY_TEAM:
        tell_owner(text, decision.action)


def tell_owner(page: Fundraiser, step: str) -> None:
    """Queue a mail to the owner about `step`, in this transaction."""
    if take_slot_of_address(page.owner.email, timezone.localdate(), MOST_PER_MAILBOX):
        about = f"{page.pk}:{page.version}:{step}"
        queue_letter(OCCASION, about, page.owner.email, page.language)


def write_to_owner(mail: Mail) -> Letter | None:
    """Say what was decided; None when the page was erased since."""
    pk, _version, step = mail.about.split(":")
    page = Fundraiser.objects.filter(pk=pk).exclude(title="").first()
    return _letter(page, step) if page is not None else None


def sample_to_owner() -> Letter:
    """Return how such a mail looks."""
    page = Fundraiser(title=_("Zoé runs for it"), code="0", slug="0", state="approved")
    return _letter(page, Action.APPROVE)


def _letter(page: Fundraiser, step: str) -> Letter:
    subject = str(_SUBJECTS[step])
    context = {
        "subject": subject,
        "page": page,
        "is_shown": page.is_public,
        "public_link": absolute(page.get_absolute_url()),
        "link": absolute(page.get_private_url()),
    }
    return compose(subject, "fundraising/mail/decided", context)
