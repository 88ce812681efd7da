"""Send a project once more that was refused: its proposer has changed it."""

from django.db import transaction

from projects.domain.enter import sent
from projects.models import Project
from projects.refusals import NotToSend
from qa.domain.decide import ensure_not_frozen, locked
from qa.enums import TextState


def send_again(project: Project, seen: int) -> Project:
    """Put a refused project before the team again. Raises StaleCommand, TextFrozen or NotToSend."""
    with transaction.atomic():
        project = locked(project, seen)
        ensure_not_frozen(project)
        if project.state != TextState.REJECTED:
            raise NotToSend(state=project.stage)
        return sent(project)
