"""Revoke a batch: codes that were not redeemed never will be; acts that counted stay."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.domain.make_codes import may_make_codes
from audience.errors import CodesAlreadyRevoked, MayNotMakeCodes, RevocationUnexplained
from audience.models import CodeBatch
from users.models import User


def revoke_codes(user: User, batch: CodeBatch, why: str) -> CodeBatch:
    """Let no further code of `batch` count, for a reason that the history keeps.

    Raises MayNotMakeCodes, RevocationUnexplained or CodesAlreadyRevoked.
    """
    if not may_make_codes(user):
        raise MayNotMakeCodes
    if not why.strip():
        raise RevocationUnexplained
    with transaction.atomic():
        fresh = CodeBatch.objects.select_for_update().get(pk=batch.pk)
        if fresh.revoked_at:
            raise CodesAlreadyRevoked
        fresh.revoked_at, fresh.revoked_by = timezone.now(), user
        fresh.revoked_why = why.strip()[:200]
        fresh.save(update_fields=["revoked_at", "revoked_by", "revoked_why"])
        data = {"why": fresh.revoked_why}
        log(instance=fresh, action="audience.codes.revoke", user=user, data=data)
    return fresh
