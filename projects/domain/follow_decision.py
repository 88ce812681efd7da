"""What follows from decisions about projects: a count of likes, pictures withheld."""

from django.db import transaction
from django.utils import timezone

from audience.models import Meter
from media.edition import new_edition
from projects.domain.tell_steps import write_step
from projects.enums import StepKind
from projects.gateways.project_pictures import (
    copy_shown,
    copy_withheld,
    forget_picture,
    is_withheld,
)
from projects.models import Project, ProjectNews
from qa.enums import Action
from qa.models import Decision, Moderated


def follow_decision(decision: Decision, text: Moderated) -> None:
    """Begin a new edition; open the count of a project that is published for the first time.

    The picture of one that was removed, and those of its news, go where nobody loads them, or come
    back. Listens to `qa.decided`, inside the decision's transaction.
    """
    if not isinstance(text, Project | ProjectNews):
        return
    new_edition()
    _follow_picture(decision, text)
    if isinstance(text, ProjectNews):
        return
    if text.is_public and text.published_at is None:
        text.meter = Meter.objects.create(name=text.title)
        text.published_at = timezone.now()
        text.save(update_fields=["meter", "published_at"])
        write_step(text, StepKind.PUBLISHED)
    for news in text.news.exclude(picture=""):
        news.project = text
        _follow_picture(decision, news)


def _follow_picture(decision: Decision, text: Project | ProjectNews) -> None:
    old = text.picture
    if decision.action == Action.REMOVE and old and not is_withheld(old):
        text.picture = copy_withheld(old)
    elif text.is_public and is_withheld(old):
        text.picture = copy_shown(old)
    else:
        return
    text.save(update_fields=["picture"])
    transaction.on_commit(lambda: forget_picture(old))
