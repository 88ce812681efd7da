"""Change a project as its proposer. What is read by all is read by the team first.

One that waits, or was refused, changes at once. Of one that is shown the change waits in `proposed`
until the team agrees, and what was published stays.
"""

from dataclasses import asdict, dataclass

from django.db import transaction

from projects.domain.check_words import ProjectWords, checked_words
from projects.gateways.project_pictures import keep_picture
from projects.models import Project
from projects.refusals import NotToChange
from qa.domain.change_shown import propose, set_wanted
from qa.domain.decide import ensure_not_frozen, locked, written
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
            set_wanted(project, wanted)
        else:
            propose(project, wanted)
        return written(project, Action.EDIT, before, user=None)
