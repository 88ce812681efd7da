"""Cut off what comes before the beginning and after the end, as often as one likes."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from live.domain.after_rights import ensure_may_finish
from live.domain.kept_air import length_of, without_long_slates
from live.domain.lay_out_replay import lay_out_replay, locked_recording
from live.models import AirSegment, Recording
from live.replay_refusals import NothingLeft, ReplayChanged
from media.edition import new_edition
from media.timecode import format_timecode
from users.models import User


def trim_replay(
    recording: Recording,
    user: User,
    *,
    head_s: float,
    tail_s: float,
    slate_cut_s: int | None = None,
    seen: int | None = None,
) -> Recording:
    """Cut `head_s` seconds off the start and `tail_s` off the end, both of the whole recording.

    Slates longer than `slate_cut_s` are cut too. Spans and chapters follow, but for chapters set by
    hand. Ticks “replay looked at”. What was cut differently before shows its chapters to be looked
    at again, and a film made of it is made anew; meanwhile the replay plays from its segments.

    `seen` is the version on which the person decided. Raises MayNotFinish, ReplayChanged, or
    NothingLeft.
    """
    ensure_may_finish(user, recording)
    with transaction.atomic():
        locked = locked_recording(recording)
        if seen is not None and locked.version != seen:
            raise ReplayChanged
        before = (locked.head_trim_s, locked.tail_trim_s, locked.slate_cut_s)
        locked.head_trim_s, locked.tail_trim_s = max(0.0, head_s), max(0.0, tail_s)
        if slate_cut_s is not None:
            locked.slate_cut_s = slate_cut_s
        if before != (locked.head_trim_s, locked.tail_trim_s, locked.slate_cut_s):
            _ensure_something_left(locked)
            locked.version += 1
            locked.video = None
            if locked.closed_at is None:
                locked.chapters_checked_at = None
        locked.trim_checked_at = timezone.now()
        locked.save()
        locked = lay_out_replay(locked)
        log(instance=locked.run.programme, action="live.replay.trim", user=user)
        new_edition()
    return locked


def _ensure_something_left(recording: Recording) -> None:
    aired = AirSegment.objects.filter(run=recording.run_id).order_by("number")
    length_s = length_of(without_long_slates(aired, recording.slate_cut_s))
    if recording.head_trim_s + recording.tail_trim_s >= length_s:
        raise NothingLeft(length=format_timecode(length_s))
