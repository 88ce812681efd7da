"""Who of the team reads reports and gives sponsors their links."""

from campaigns.domain.pledge_rights import may_activate, may_write
from campaigns.refusals import MayNotReport
from users.models import User


def may_read_reports(user: User) -> bool:
    """Say whether `user` may read all reports: editors, moderators, administrators."""
    return user.is_active and (may_write(user) or may_activate(user))


def ensure_may_report(user: User) -> None:
    """Raise MayNotReport unless `user` may read reports and give links to them."""
    if not may_read_reports(user):
        raise MayNotReport
