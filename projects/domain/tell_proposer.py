"""Tell the proposer of a project what was decided about it, or became of it. Each step once."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from projects.enums import Standing
from projects.models import Project
from qa.enums import Action
from qa.models import Decision, Moderated

OCCASION = "project"
CHANGED, CHANGE_DECLINED = "changed", "unchanged"
# A day, to one mailbox, all kinds together.
MOST_PER_MAILBOX = 20
_SUBJECTS: dict[str, Promise] = {
    Action.SEND: gettext_lazy("Your project is with us"),
    Action.ASSIGN: gettext_lazy("Somebody of the team reads your project"),
    Action.APPROVE: gettext_lazy("Your project is published"),
    Action.REJECT: gettext_lazy("Your project was refused"),
    Action.HIDE: gettext_lazy("Your project is hidden for now"),
    Action.REMOVE: gettext_lazy("Your project was removed"),
    CHANGED: gettext_lazy("The change of your project is online"),
    CHANGE_DECLINED: gettext_lazy("The change of your project was not approved"),
    Standing.ADOPTED: gettext_lazy("Your project has a godparent"),
    Standing.LOOKING: gettext_lazy("Your project looks for a godparent again"),
    Standing.DONE: gettext_lazy("Your project is done"),
}
_BY_TEAM = frozenset({Action.APPROVE, Action.REJECT, Action.HIDE, Action.REMOVE})


def tell_of_decision(decision: Decision, text: Moderated) -> None:
    """Queue the mail that a decision calls for. Listens to `qa.decided`.

    Of those who read it only the first is told: that it is read at all is the news.
    """
    if not isinstance(text, Project):
        return
    is_first_reader = (
        decision.action == Action.ASSIGN
        and text.is_waiting
        and decision.before.get("assigned_to") is None
        and text.assigned_to_id is not None
    )
    is_told = decision.decided_by_id is not None and decision.action in _BY_TEAM
    if is_told or is_first_reader or decision.action == Action.SEND:
        tell_proposer(text, decision.action)


def tell_proposer(project: Project, step: str) -> None:
    """Queue a mail to the proposer about `step`, in this transaction."""
    if project.email and take_slot_of_address(
        project.email, timezone.localdate(), MOST_PER_MAILBOX
    ):
        about = f"{project.pk}:{project.version}:{step}"
        queue_letter(OCCASION, about, project.email, project.language)


def write_to_proposer(mail: Mail) -> Letter | None:
    """Say what happened; None when the project was erased since."""
    pk, _version, step = mail.about.split(":")
    project = Project.objects.filter(pk=pk).exclude(email="").first()
    return _letter(project, step) if project is not None else None


def sample_to_proposer() -> Letter:
    """Return how such a mail looks."""
    title = _("Wheels for the soup")
    project = Project(title=title, code="0", slug="0", state="approved", email="z@example.org")
    return _letter(project, Action.APPROVE)


def _letter(project: Project, step: str) -> Letter:
    subject = str(_SUBJECTS[step])
    context = {
        "subject": subject,
        "project": project,
        "step": step,
        "is_shown": project.is_public,
        "public_link": absolute(project.get_absolute_url()),
        "link": absolute(project.get_private_url()),
    }
    return compose(subject, "projects/mail/decided", context)
