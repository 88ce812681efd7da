"""Take a share link back: it leads to its page as before, and credits nobody any more."""

from django.utils import timezone

from audience.models import ShareCode


def revoke_share_code(code: ShareCode) -> None:
    """Revoke `code`, now; of who made it, nothing stays. Once more changes nothing."""
    now = timezone.now()
    changed = {"revoked_at": now, "maker": "", "maker_browser": ""}
    if ShareCode.objects.filter(pk=code.pk, revoked_at=None).update(**changed):
        code.revoked_at, code.maker, code.maker_browser = now, "", ""
