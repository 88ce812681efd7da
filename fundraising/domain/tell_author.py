"""Tell supporters what was decided about the smaller things that they write. Each step once."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from fundraising.domain.tell_owner import MOST_PER_MAILBOX
from fundraising.models import Fundraiser, News, Team
from qa.enums import Action
from qa.kinds import text_of
from qa.models import Decision, Moderated

OCCASION = "page_text"
_SUBJECTS: dict[tuple[str, str], Promise] = {
    (News.kind, Action.APPROVE): gettext_lazy("Your news are online"),
    (News.kind, Action.REJECT): gettext_lazy("Your news were not approved"),
    (News.kind, Action.HIDE): gettext_lazy("Your news are hidden for now"),
    (News.kind, Action.REMOVE): gettext_lazy("Your news were removed"),
    (Team.kind, Action.APPROVE): gettext_lazy("Your team is online"),
    (Team.kind, Action.REJECT): gettext_lazy("The name of your team was not approved"),
    (Team.kind, Action.HIDE): gettext_lazy("Your team is hidden for now"),
    (Team.kind, Action.REMOVE): gettext_lazy("Your team was removed"),
}


def tell_of_decision(decision: Decision, text: Moderated) -> None:
    """Queue the mail that a decision of the team calls for. Listens to `qa.decided`."""
    if decision.decided_by_id is None or (text.kind, decision.action) not in _SUBJECTS:
        return
    email = text.owner.email  # type: ignore[attr-defined]
    if take_slot_of_address(email, timezone.localdate(), MOST_PER_MAILBOX):
        about = f"{text.kind}:{text.pk}:{text.version}:{decision.action}"
        queue_letter(OCCASION, about, email, text.language)  # type: ignore[attr-defined]


def write_to_author(mail: Mail) -> Letter | None:
    """Say what was decided; None when it was erased since."""
    kind, pk, _version, step = mail.about.split(":")
    text = text_of(kind, int(pk))
    return _letter(text, step) if text is not None and text.words else None


def sample_to_author() -> Letter:
    """Return how such a mail looks."""
    page = Fundraiser(title=_("Zoé runs for it"), code="0", slug="0", state="approved")
    news = News(text=_("Three kilometres, one blister."), fundraiser=page, state="approved")
    return _letter(news, Action.APPROVE)


def _letter(text: Moderated, step: str) -> Letter:
    subject = str(_SUBJECTS[text.kind, step])
    private = text.get_private_url()  # type: ignore[attr-defined]
    public = text.get_absolute_url()  # type: ignore[attr-defined]
    context = {
        "subject": subject,
        "text": text,
        "is_shown": text.is_public,
        "link": absolute(public if text.is_public else private),
    }
    return compose(subject, "fundraising/mail/text_decided", context)
