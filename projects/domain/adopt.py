"""Link a project to the pledge of its godparent, or take that link off. Signing is not done here.

Pledges have their own states and their own signatures: these are read, never moved. A link is
written on a version of the project, so of two people who link at the same moment one wins; the row
itself is unique on both sides.
"""

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from campaigns.enums import PledgeState
from campaigns.models import Pledge
from projects.domain.standing import SIGNED, signed_pledge
from projects.domain.tell_steps import tell_step
from projects.models import Adoption, Project
from projects.refusals import AlreadyAdopted, NoPledge, NotShown, PledgeNotFree
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.rights import ensure_may
from qa.enums import Action
from qa.refusals import ReasonMissing
from users.models import User

# Proposed ones wait for their second signature; until then the project goes on looking.
LINKABLE = SIGNED | {PledgeState.PROPOSED}
_LONGEST_NOTE = 300


def free_pledges() -> QuerySet[Pledge]:
    """Return the pledges that a project can be linked to, the newest first."""
    found = Pledge.objects.filter(state__in=LINKABLE, adoption=None, replaces__adoption=None)
    return found.select_related("sponsor", "beneficiary").order_by("-pk")


def adopt(project: Project, pledge: Pledge | None, user: User, seen: int) -> Project:
    """Let `pledge` be the one for a project, and return the project.

    One that is not signed gives way to another. Raises MayNotDecide, StaleCommand, TextFrozen,
    NotShown, AlreadyAdopted or PledgeNotFree.
    """
    ensure_may(user, Action.APPROVE)
    try:
        with transaction.atomic():
            found = _locked(project, seen)
            signed = signed_pledge(found)
            if signed is not None:
                raise AlreadyAdopted(sponsor=signed.sponsor.name)
            fresh = free_pledges().filter(pk=pledge.pk).first() if pledge else None
            if fresh is None or _is_another_s(fresh, found):
                raise PledgeNotFree
            before = found.told()
            Adoption.objects.filter(project=found).delete()
            found.adoption = Adoption.objects.create(  # type: ignore[attr-defined]
                project=found, pledge=fresh, linked_by=user
            )
            after = written(found, Action.EDIT, before, user=user, note=_named(fresh))
            tell_step(after)
            return after
    except IntegrityError as error:  # Another project took the pledge at this moment.
        raise PledgeNotFree from error


def part(project: Project, user: User, seen: int, note: str) -> Project:
    """Take the link off, with a reason, and return the project, which looks again.

    Raises MayNotDecide, StaleCommand, TextFrozen, NotShown, NoPledge or ReasonMissing.
    """
    ensure_may(user, Action.APPROVE)
    note = note.strip()[:_LONGEST_NOTE]
    if not note:
        raise ReasonMissing
    with transaction.atomic():
        found = _locked(project, seen)
        before = found.told()
        if not Adoption.objects.filter(project=found).delete()[0]:
            raise NoPledge
        found = Project.objects.get(pk=found.pk)
        after = written(found, Action.EDIT, before, user=user, note=note)
        tell_step(after)
        return after


def _locked(project: Project, seen: int) -> Project:
    found = locked(project, seen)
    ensure_not_frozen(found)
    if not found.is_public:
        raise NotShown(state=found.stage)
    return found


def _is_another_s(pledge: Pledge, project: Project) -> bool:
    """Say whether a version of it is another project's: an amended pledge is the same promise."""
    return Adoption.objects.filter(pledge__in=pledge.versions).exclude(project=project).exists()


def _named(pledge: Pledge) -> str:
    return f"{pledge.pk}: {pledge}"[:_LONGEST_NOTE]
