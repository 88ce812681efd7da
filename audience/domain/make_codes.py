"""Make the codes of a batch. They are seen this once; afterwards only their hashes exist."""

from django.db import connection, transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.domain.code_text import digest_of, new_code
from audience.errors import CodesAlreadyMade, MayNotMakeCodes
from audience.models import CodeBatch, OffsiteCode
from users.models import User

ROWS_AT_ONCE = 1_000


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
    # Before the lock: everything that counts waits for who writes to SQLite.
    codes = _distinct(batch.count)
    with transaction.atomic():
        fresh = CodeBatch.objects.select_for_update().get(pk=batch.pk)
        if fresh.made_at or fresh.revoked_at:
            raise CodesAlreadyMade
        _insert(fresh, list(codes.values()))
        fresh.made_at, fresh.made_by = timezone.now(), user
        fresh.save(update_fields=["made_at", "made_by"])
        log(instance=fresh, action="audience.codes.make", user=user)
    return list(codes)


def _distinct(count: int) -> dict[str, str]:
    """Return so many new codes, each with its digest."""
    codes: dict[str, str] = {}
    while len(codes) < count:
        code = new_code()
        codes[code] = digest_of(code)
    return codes


def _insert(batch: CodeBatch, digests: list[str]) -> None:
    """Insert the rows without a model instance for each: there may be a hundred thousand."""
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, ("batch_id", "digest", "redeemed_with")))
    into = f"INSERT INTO {quote(OffsiteCode._meta.db_table)} ({columns}) VALUES "
    with connection.cursor() as cursor:
        for first in range(0, len(digests), ROWS_AT_ONCE):
            part = digests[first : first + ROWS_AT_ONCE]
            values = [value for digest in part for value in (batch.pk, digest, "")]
            cursor.execute(into + ", ".join(["(%s, %s, %s)"] * len(part)), values)
