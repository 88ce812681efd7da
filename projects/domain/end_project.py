"""Say that a project is done, or goes on after all; take it off the site."""

from django.db import transaction
from django.utils import timezone

from media.edition import new_edition
from projects.domain.tell_steps import tell_step
from projects.models import Project
from projects.refusals import NotShown
from qa.domain.decide import decide, locked
from qa.enums import Action


def finish_project(project: Project) -> Project:
    """Call a project done and return it; twice is fine. Raises NotShown."""
    return _set_done(project, True)


def resume_project(project: Project) -> Project:
    """Let a project go on and return it; twice is fine. Raises NotShown."""
    return _set_done(project, False)


def withdraw_project(project: Project) -> Project:
    """Take a project off the site. Raises a DecisionRefused."""
    return decide(project, Action.WITHDRAW, user=None)


def _set_done(project: Project, is_done: bool) -> Project:
    with transaction.atomic():
        project = locked(project)
        if not project.is_public:
            raise NotShown(state=project.stage)
        if (project.done_at is not None) != is_done:
            project.done_at = timezone.now() if is_done else None
            project.save(update_fields=["done_at"])
            tell_step(project)
            new_edition()
    return project
