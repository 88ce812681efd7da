"""Who of the team may change the feeds of a programme: who may publish its page."""

from live.feed_refusals import MayNotDirect
from live.models import LiveProgrammePage
from users.models import User


def may_direct(user: User, programme: LiveProgrammePage) -> bool:
    """Say whether `user` may open feeds, see their keys once, and revoke them."""
    return programme.permissions_for_user(user).can_publish()


def ensure_may_direct(user: User, programme: LiveProgrammePage) -> None:
    """Raise MayNotDirect unless `user` may."""
    if not may_direct(user, programme):
        raise MayNotDirect
