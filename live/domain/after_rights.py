"""Who of the team may finish what a live leaves: its replay, its chapters, its checklist."""

from wagtail.permission_policies.pages import PagePermissionPolicy

from live.models import Recording
from live.replay_refusals import MayNotFinish
from users.models import User


def may_finish_some(user: User) -> bool:
    """Say whether `user` may publish some page at all: the work may be theirs."""
    return PagePermissionPolicy().user_has_permission(user, "publish")


def may_finish(user: User, recording: Recording) -> bool:
    """Say whether `user` may publish the page of this programme, and so its replay."""
    return recording.run.programme.permissions_for_user(user).can_publish()


def ensure_may_finish(user: User, recording: Recording) -> None:
    """Raise MayNotFinish unless `user` may publish the page of this programme."""
    if not may_finish(user, recording):
        raise MayNotFinish
