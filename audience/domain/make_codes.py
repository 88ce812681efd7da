"""Make the codes of a batch. They are seen this once; afterwards only their hashes exist."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.domain.code_text import digest_of, new_code
from audience.errors import CodesAlreadyMade, MayNotMakeCodes
from audience.models import CodeBatch, OffsiteCode
from users.models import User

ROWS_AT_ONCE = 2_000


def may_make_codes(user: User) -> bool:
    """Say whether `user` may make and revoke codes."""
    return user.is_active and user.has_perm("audience.change_codebatch")


def make_codes(user: User, batch: CodeBatch) -> list[str]:
    """Make all codes of `batch` and return them, as they are typed without groups.

    All are kept or none. Raises MayNotMakeCodes, or CodesAlreadyMade: also when the batch was
    revoked before it had any.
    """
    if not may_make_codes(user):
        raise MayNotMakeCodes
    with transaction.atomic():
        fresh = CodeBatch.objects.select_for_update().get(pk=batch.pk)
        if fresh.made_at or fresh.revoked_at:
            raise CodesAlreadyMade
        codes = _distinct(fresh.count)
        rows = (OffsiteCode(batch=fresh, digest=digest_of(code)) for code in codes)
        OffsiteCode.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
        fresh.made_at, fresh.made_by = timezone.now(), user
        fresh.save(update_fields=["made_at", "made_by"])
        log(instance=fresh, action="audience.codes.make", user=user)
    return codes


def _distinct(count: int) -> list[str]:
    codes: dict[str, None] = {}
    while len(codes) < count:
        codes[new_code()] = None
    return list(codes)
