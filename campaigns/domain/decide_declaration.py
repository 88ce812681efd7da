"""A second person looks at a declaration and approves or rejects it: four eyes."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.models import Meter
from campaigns.models import Declaration
from campaigns.refusals import AlreadyDecided, MayNotDeclare, OwnDeclaration, WhyMissing
from users.models import User


def may_decide(user: User, declaration: Declaration) -> bool:
    """Say whether `user` may approve `declaration`: with the right to, and not their own."""
    return may_approve(user) and declaration.declared_by_id != user.pk


def may_approve(user: User) -> bool:
    """Say whether `user` may approve, reject and revoke declarations of others."""
    return user.is_active and user.has_perm("campaigns.approve_declaration")


def approve_declaration(user: User, declaration: Declaration) -> Declaration:
    """Let the declared acts count; the worker writes them from now on.

    Raises MayNotDeclare, OwnDeclaration or AlreadyDecided.
    """
    _ensure_may(user, declaration)
    with locked_declaration(declaration) as fresh:
        if not fresh.is_open:
            raise AlreadyDecided
        fresh.approved_by, fresh.approved_at = user, timezone.now()
        log(instance=fresh, action="campaigns.declaration.approve", user=user)
    return fresh


def reject_declaration(user: User, declaration: Declaration, why: str) -> Declaration:
    """Let the declared acts never count, for a reason.

    Who declared may take it back so, too. Raises MayNotDeclare, WhyMissing or AlreadyDecided.
    """
    if not may_approve(user) and declaration.declared_by_id != user.pk:
        raise MayNotDeclare
    if not why.strip():
        raise WhyMissing
    with locked_declaration(declaration) as fresh:
        if not fresh.is_open:
            raise AlreadyDecided
        fresh.rejected_by, fresh.rejected_at = user, timezone.now()
        fresh.why = why.strip()[:200]
        data = {"why": fresh.why}
        log(instance=fresh, action="campaigns.declaration.reject", user=user, data=data)
    return fresh


@contextmanager
def locked_declaration(declaration: Declaration) -> Iterator[Declaration]:
    """Give `declaration` as it is now, its meter locked; keep what is changed."""
    with transaction.atomic():
        meter = Meter.objects.select_for_update().get(pk=declaration.meter_id)
        fresh = Declaration.objects.select_for_update().get(pk=declaration.pk)
        yield fresh
        fresh.save()
        # What changed is part of the public state.
        meter.version += 1
        meter.save(update_fields=["version"])


def _ensure_may(user: User, declaration: Declaration) -> None:
    if not may_approve(user):
        raise MayNotDeclare
    if not may_decide(user, declaration):
        raise OwnDeclaration
