"""Enter by a link from the mailbox: the first one proves it, and sends the project to the team."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from audience.domain.mailbox_links import key_in, use_link
from audience.domain.network_budget import spend
from audience.models import MailboxLink
from projects.domain.check_words import first_state
from projects.domain.send_link import PURPOSE, send_link
from projects.models import Project
from projects.refusals import LinkIsOver, TooManyProposed
from qa.domain.decide import locked, written
from qa.domain.stop_words import note_stop_words
from qa.enums import Action, TextState

MOST_PER_NETWORK = 60


def enter(link: MailboxLink) -> Project:
    """Use a link, and return whose it is: from the first one on, a project that the team reads.

    Raises LinkIsOver.
    """
    with transaction.atomic():
        project = Project.objects.filter(code=link.key).exclude(email="").first()
        if project is None or not use_link(link):
            raise LinkIsOver
        project = locked(project)
        return sent(project) if project.state == TextState.DRAFT else project


def ask_for_link(email: str, language: str, network_address: str) -> None:
    """Send whoever proposed something with this mailbox a link; say nothing to any other.

    Raises TooManyProposed.
    """
    if not spend("projects", network_address, MOST_PER_NETWORK):
        raise TooManyProposed
    with transaction.atomic():
        project = Project.objects.filter(email=email.lower()).order_by("-pk").first()
        if project is not None and project.email:
            send_link(project, language)


def projects_of(session: object) -> QuerySet[Project]:
    """Return the projects of the mailbox that was proved in a browser; none for any other.

    They are told by the project whose link was pressed.
    """
    held = key_in(session, PURPOSE)
    if held is None:
        return Project.objects.none()
    code, version = held
    entered = Project.objects.filter(code=code, sessions_version=version).exclude(email="").first()
    if entered is None:
        return Project.objects.none()
    own = Project.objects.filter(email=entered.email)
    return own.exclude(state__in=(TextState.DRAFT, TextState.REMOVED)).order_by("-pk")


def sent(project: Project) -> Project:
    """Put a locked draft, or one that was refused, before the team, and return it."""
    before = project.told()
    project.state, project.held_for, found = first_state(project)
    project.sent_at = project.received_at = timezone.now()
    project.refused_for = project.note = ""
    project.assigned_to = None
    after = written(project, Action.SEND, before, user=None)
    note_stop_words(after, found)
    return after
