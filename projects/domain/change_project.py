"""Change a project as its proposer. What is read by all is read by the team first.

One that waits, or was refused, changes at once. Of one that is shown the change waits in `proposed`
until the team agrees, and what was published stays.
"""

from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from projects.domain.check_words import ProjectWords, checked_words
from projects.gateways.project_pictures import forget_picture, keep_picture
from projects.models import Project
from projects.refusals import NotToChange
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.fold import fold
from qa.enums import WAITING_STATES, Action, TextState

_FREE = WAITING_STATES | {TextState.DRAFT, TextState.REJECTED}


@dataclass(frozen=True, slots=True)
class Change:
    """A project as its proposer wants it. `picture`: a JPEG, b"" for none, None: as it is."""

    words: ProjectWords
    picture: bytes | None = None


def change_project(project: Project, change: Change, seen: int) -> Project:
    """Keep `change` and return the project, with what waits for the team in `proposed`.

    `seen` is the version that the proposer had on the screen. Raises StaleCommand, TextFrozen,
    NotToChange or what `checked_words` raises.
    """
    words = checked_words(change.words)
    with transaction.atomic():
        project = locked(project, seen)
        ensure_not_frozen(project)
        if project.state not in _FREE and not project.is_public:
            raise NotToChange(state=project.stage)
        before, wanted = project.told(), asdict(words)
        if change.picture is not None:
            wanted["picture"] = keep_picture(change.picture) if change.picture else ""
        if project.state in _FREE:
            set_words(project, wanted)
        else:
            _propose(project, wanted)
        return written(project, Action.EDIT, before, user=None)


def set_words(project: Project, wanted: dict[str, Any]) -> None:
    """Put the words and the picture that are `wanted` on `project`; it is saved by the caller."""
    old = project.picture
    for name, value in wanted.items():
        setattr(project, name, value)
    project.fold = fold(project.need)
    project.proposed, project.proposed_at = {}, None
    if project.picture != old:
        transaction.on_commit(lambda: forget_picture(old))


def _propose(project: Project, wanted: dict[str, Any]) -> None:
    """Keep what differs from what is shown; what was proposed before is replaced."""
    new = {name: value for name, value in wanted.items() if value != getattr(project, name)}
    old = project.proposed.get("picture", "")
    if old and "picture" not in wanted:
        new["picture"] = old
    elif old:
        transaction.on_commit(lambda: forget_picture(old))
    if new != project.proposed:
        project.proposed, project.proposed_at = new, timezone.now() if new else None
