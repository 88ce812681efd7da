"""Whether a project has its godparent: read from its pledge at each look, and kept nowhere.

A pledge counts from both its signatures on, whatever then becomes of it but one thing: who broke it
is no godparent. Withdrawn, it is a draft again, and the project looks again.
"""

from django.db.models import Q, QuerySet

from campaigns.enums import PledgeState
from campaigns.models import Pledge
from projects.enums import Standing
from projects.models import Adoption, Project

SIGNED = frozenset(
    {
        PledgeState.COUNTERSIGNED,
        PledgeState.ACTIVE,
        PledgeState.CAPPED,
        PledgeState.EXPIRED,
        PledgeState.LATE,
        PledgeState.SETTLED,
    }
)
# What `standing_of` reads of a project. A pledge amended twice costs it more.
READ_ALONG = ("adoption__pledge__sponsor", "adoption__pledge__replaced_by__sponsor")


def linked_pledge(project: Project) -> Pledge | None:
    """Return the pledge for a project in its version in force, signed or not; None for none."""
    adoption = getattr(project, "adoption", None)
    return adoption.pledge.latest if adoption is not None else None


def signed_pledge(project: Project) -> Pledge | None:
    """Return the pledge by which a project is adopted, None where it is not."""
    pledge = linked_pledge(project)
    return pledge if pledge is not None and pledge.state in SIGNED else None


def standing_of(project: Project) -> Standing:
    """Return whether a project looks, is adopted or done."""
    pledge = signed_pledge(project)
    if project.done_at is not None or (pledge and pledge.state == PledgeState.SETTLED):
        return Standing.DONE
    return Standing.ADOPTED if pledge is not None else Standing.LOOKING


def of_standing(found: QuerySet[Project], standing: str) -> QuerySet[Project]:
    """Keep the projects of `found` with this standing. One query more than theirs."""
    pledges = Adoption.objects.select_related("pledge__replaced_by")
    states = {one.project_id: one.pledge.latest.state for one in pledges}
    kept = [pk for pk, state in states.items() if state == PledgeState.SETTLED]
    signed = [pk for pk, state in states.items() if state in SIGNED]
    is_done = Q(done_at__isnull=False) | Q(pk__in=kept)
    match standing:
        case Standing.DONE:
            return found.filter(is_done)
        case Standing.ADOPTED:
            return found.filter(pk__in=signed).exclude(is_done)
        case _:
            return found.exclude(pk__in=signed).exclude(is_done)
