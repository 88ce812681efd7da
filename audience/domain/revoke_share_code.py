"""Take a share link back: it leads to its page as before, and credits nobody any more."""

from django.db.models import Q
from django.utils import timezone

from audience.models import ShareCode


def revoke_share_code(code: ShareCode) -> None:
    """Revoke `code`, now; of who made it, nothing stays. Once more changes nothing."""
    now = timezone.now()
    changed = {"revoked_at": now, "revoked_for": "", "maker": "", "maker_browser": ""}
    # What the team revoked can be taken back too: then nobody gives it back.
    in_use = Q(revoked_at=None) | ~Q(revoked_for="")
    if ShareCode.objects.filter(in_use, pk=code.pk).update(**changed):
        code.revoked_at, code.revoked_for = now, ""
        code.maker, code.maker_browser = "", ""
