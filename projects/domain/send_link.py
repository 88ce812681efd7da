"""Send a proposer a link that opens their projects: good once, for a day."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.mailbox_links import token_of
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail, MailboxLink
from projects.models import Project

OCCASION = "project_link"
PURPOSE = "project"
# A day, to one mailbox, all kinds together: whoever types a stranger's address must not fill it.
MOST_PER_MAILBOX = 10


def send_link(project: Project, language: str) -> None:
    """Queue a mail with a link, in this transaction. A mailbox gets few in a day."""
    if not take_slot_of_address(project.email, timezone.localdate(), MOST_PER_MAILBOX):
        return
    link = MailboxLink.objects.create(purpose=PURPOSE, key=project.code)
    queue_letter(OCCASION, str(link.pk), project.email, language)


def write_link(mail: Mail) -> Letter | None:
    """Write the mail with a link; None when it was forgotten, or is too old by now."""
    link = MailboxLink.objects.filter(pk=mail.about, purpose=PURPOSE).first()
    if link is None or not link.is_good:
        return None
    project = Project.objects.filter(code=link.key).exclude(email="").first()
    if project is None:
        return None
    address = absolute(reverse("enter_as_proposer", args=[token_of(link)]))
    return _letter(project, address)


def sample_link() -> Letter:
    """Return how such a mail looks."""
    title = _("Wheels for the soup")
    return _letter(Project(title=title, need=_("A cargo bike for forty pots.")), absolute("/"))


def _letter(project: Project, link: str) -> Letter:
    is_new = project.sent_at is None
    subject = _("Confirm: your project") if is_new else _("The way to your project")
    context = {"subject": subject, "project": project, "link": link, "is_new": is_new}
    return compose(subject, "projects/mail/link", context)
