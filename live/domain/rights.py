"""Who of the team may operate the control room, and who may look into it."""

from live.refusals import MayNotOperate
from users.models import User

OPERATE = "live.operate_run"
WATCH = "live.watch_run"


def may_operate(user: User) -> bool:
    """Say whether `user` may command runs."""
    return user.has_perm(OPERATE)


def may_watch(user: User) -> bool:
    """Say whether `user` may see the control room; who operates may."""
    return user.has_perm(OPERATE) or user.has_perm(WATCH)


def ensure_may_operate(user: User) -> None:
    """Raise MayNotOperate unless `user` may command runs."""
    if not may_operate(user):
        raise MayNotOperate
