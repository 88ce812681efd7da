"""Close a live: with its replay for everybody, or without one."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from live.domain.after_rights import ensure_may_finish
from live.domain.check_after import check_after
from live.domain.film_lease import try_anew
from live.domain.lay_out_replay import lay_out_replay, locked_recording
from live.enums import Outcome
from live.models import Recording
from live.replay_refusals import AfterIncomplete, NothingRecorded, ReplayChanged
from media.edition import new_edition
from qa.domain.tell_asker import tell_of_answer
from users.models import User


def close_live(
    recording: Recording, user: User, *, is_public: bool, seen: int | None = None
) -> Recording:
    """Close the live of `recording` and tell those whose questions it answered.

    With `is_public` the replay is for everybody. Without, the live is closed with no replay; what
    was public before is taken off. Each asker is told once, however often this is called.

    `seen` is the version on which the person decided. Raises MayNotFinish, ReplayChanged,
    AfterIncomplete or, for a replay that holds nothing, NothingRecorded.
    """
    ensure_may_finish(user, recording)
    with transaction.atomic():
        locked = locked_recording(recording)
        if seen is not None and locked.version != seen:
            raise ReplayChanged
        left = [str(check.label) for check in check_after(locked) if not check.is_done]
        if left:
            raise AfterIncomplete(points="; ".join(left))
        locked = lay_out_replay(locked)
        if is_public and not locked.can_be_watched:
            raise NothingRecorded
        locked.is_public, locked.closed_by = is_public, user
        locked.closed_at = locked.closed_at or timezone.now()
        locked.save(update_fields=["is_public", "closed_by", "closed_at"])
        step = "publish" if is_public else "withhold"
        log(instance=locked.run.programme, action=f"live.replay.{step}", user=user)
        try_anew(locked)
        _tell_askers(locked)
        new_edition()
    return locked


def _tell_askers(recording: Recording) -> None:
    answered = recording.run.aired_questions.filter(outcome=Outcome.ANSWERED)
    for airing in answered.select_related("question").order_by("on_air_at"):
        tell_of_answer(airing.question.goes_on_in)
