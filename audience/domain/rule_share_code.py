"""The team revokes a share link, for a reason that the history keeps, or gives it back.

A revoked link still leads to its page and credits nobody. What its maker took back stays so.
"""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.models import ShareCode
from audience.share_refusals import (
    LinkRevokedAlready,
    LinkRulingUnexplained,
    MayNotRuleLinks,
    NotRevokedByTeam,
)
from users.models import User

_LONGEST_REASON = 200


def may_see_links(user: User) -> bool:
    """Say whether `user` may see the list of share links."""
    return user.is_active and (user.has_perm("audience.view_sharecode") or may_rule_links(user))


def may_rule_links(user: User) -> bool:
    """Say whether `user` may revoke share links."""
    return user.is_active and user.has_perm("audience.change_sharecode")


def revoke_by_team(user: User, code: ShareCode, why: str) -> None:
    """Let nobody be credited by `code` from now on. What was credited stays.

    Who made it stays known as before, so that giving it back changes nothing else. Raises
    MayNotRuleLinks, LinkRulingUnexplained or LinkRevokedAlready.
    """
    _ensure_right(user)
    reason = " ".join(why.split())[:_LONGEST_REASON]
    if not reason:
        raise LinkRulingUnexplained
    revoked = {"revoked_at": timezone.now(), "revoked_by": user, "revoked_for": reason}
    with transaction.atomic():
        if not ShareCode.objects.filter(pk=code.pk, revoked_at=None).update(**revoked):
            raise LinkRevokedAlready
        log(instance=code, action="audience.link.revoke", user=user, data={"why": reason})


def restore_share_code(user: User, code: ShareCode) -> None:
    """Let `code`, which the team revoked, credit people again.

    Raises MayNotRuleLinks or NotRevokedByTeam.
    """
    _ensure_right(user)
    kept = {"revoked_at": None, "revoked_by": None, "revoked_for": ""}
    with transaction.atomic():
        revoked = ShareCode.objects.filter(pk=code.pk, revoked_at__isnull=False)
        if not revoked.exclude(revoked_for="").update(**kept):
            raise NotRevokedByTeam
        log(instance=code, action="audience.link.restore", user=user)


def _ensure_right(user: User) -> None:
    if not may_rule_links(user):
        raise MayNotRuleLinks
