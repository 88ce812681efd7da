"""Put another rundown in the place of a programme’s, as a draft: all of it, or nothing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from django.db import transaction

from live.models import LiveProgrammePage, Segment
from live.rundown_refusals import ChangedMeanwhile, MayNotPlan

if TYPE_CHECKING:
    from users.models import User


def may_plan(user: "User", page: LiveProgrammePage) -> bool:
    """Say whether `user` may change the rundown of `page`: whoever may edit the page."""
    tester = page.permissions_for_user(user)
    return bool(tester.can_edit()) and not tester.page_locked()


def replace_rundown(
    page_id: int, segments: Sequence[Segment], user: "User", revision_id: int
) -> None:
    """Save a draft of the programme whose rundown is `segments`, in this order.

    `revision_id`: the latest draft that whoever asks has seen, -1 for none. What viewers see
    changes when somebody publishes. Raises MayNotPlan, ChangedMeanwhile.
    """
    with transaction.atomic():
        page = LiveProgrammePage.objects.select_for_update(of=("self",)).get(pk=page_id)
        if not may_plan(user, page):
            raise MayNotPlan
        if (page.latest_revision_id or -1) != revision_id:
            raise ChangedMeanwhile
        draft = cast(LiveProgrammePage, page.get_latest_revision_as_object())
        for place, segment in enumerate(segments):
            segment.sort_order = place
        draft.segments = list(segments)
        draft.save_revision(user=user, log_action=True)
