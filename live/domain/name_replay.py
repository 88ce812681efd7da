"""Say where a live that came from elsewhere can be watched again: there, as a film, or nowhere."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from live.domain.after_rights import ensure_may_finish
from live.domain.lay_out_replay import locked_recording
from live.models import Recording
from live.outside import read_outside
from live.replay_refusals import OneReplayOnly, RecordedHere, ReplayIsPublic
from media.edition import new_edition
from media.models import Video
from users.models import User


def name_replay(
    recording: Recording, user: User, *, address: str = "", film: Video | None = None
) -> Recording:
    """Note that the live can be watched again at `address`, or as `film` of the library.

    With neither, there is no replay. Ticks the point of the checklist, and returns the recording.
    Raises MayNotFinish, RecordedHere, OneReplayOnly, ReplayIsPublic, or an OutsideRefused.
    """
    ensure_may_finish(user, recording)
    if address and film is not None:
        raise OneReplayOnly
    source = read_outside(address) if address else None
    with transaction.atomic():
        locked = locked_recording(recording)
        if not locked.was_elsewhere:
            raise RecordedHere
        if locked.is_public and source is None and film is None:
            raise ReplayIsPublic
        locked.outside_address = source.address if source else ""
        locked.video = film
        locked.trim_checked_at = timezone.now()
        locked.version += 1
        locked.save(update_fields=["outside_address", "video", "trim_checked_at", "version"])
        log(instance=locked.run.programme, action="live.replay.name", user=user)
        new_edition()
    return locked
