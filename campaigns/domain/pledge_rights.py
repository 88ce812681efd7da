"""Who of the team may do what with pledges, and who speaks for an organisation."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from campaigns.enums import PledgeState
from campaigns.models import Organisation, Pledge, Representative
from campaigns.refusals import MayNotPledge
from users.models import User

BENEFICIARIES = "Beneficiaries"
Person = AbstractBaseUser | AnonymousUser


def may_write(user: User) -> bool:
    """Say whether `user` may write pledges and gather their signatures."""
    return user.has_perm("campaigns.change_pledge")


def may_activate(user: User) -> bool:
    """Say whether `user` may let pledges take effect and correct the ledger."""
    return user.has_perm("campaigns.activate_pledge")


def ensure_may_write(user: User) -> None:
    """Raise MayNotPledge unless `user` may write pledges."""
    if not may_write(user):
        raise MayNotPledge


def ensure_may_activate(user: User) -> None:
    """Raise MayNotPledge unless `user` may let pledges take effect."""
    if not may_activate(user):
        raise MayNotPledge


def mandate_of(user: User, organisation: Organisation) -> Representative | None:
    """Return as what `user`, of the group of beneficiaries, speaks for `organisation`."""
    if not user.is_active or not user.groups.filter(name=BENEFICIARIES).exists():
        return None
    return Representative.objects.filter(user=user, organisation=organisation).first()


def visible_pledges(user: User) -> QuerySet[Pledge]:
    """Return the pledges that `user` sees: the team all, others those of their organisations."""
    pledges = Pledge.objects.all()
    if may_write(user) or may_activate(user):
        return pledges
    theirs = Organisation.objects.filter(mandates__user=user)
    return pledges.filter(Q(sponsor__in=theirs) | Q(beneficiary__in=theirs)).exclude(
        state=PledgeState.DRAFT
    )
