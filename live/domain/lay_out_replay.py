"""Write down where the replay's time lies, and put its chapters there."""

from django.db import transaction

from live.domain.kept_air import kept_air, length_of
from live.domain.make_chapters import make_chapters
from live.domain.make_spans import make_spans
from live.models import MediaSpan, Recording


def lay_out_replay(recording: Recording) -> Recording:
    """Make spans, length and chapters of `recording` anew from what was on air, and return it.

    Doing it again, or twice at once, gives the same rows.
    """
    with transaction.atomic():
        locked = locked_recording(recording)
        kept = kept_air(locked)
        spans = make_spans(kept)
        locked.spans.all().delete()
        MediaSpan.objects.bulk_create(
            MediaSpan(
                recording=locked,
                wall_from=span.wall_from,
                wall_to=span.wall_to,
                replay_from_s=span.replay_from_s,
            )
            for span in spans
        )
        locked.length_s = length_of(kept)
        locked.save(update_fields=["length_s"])
        make_chapters(locked, spans)
    return locked


def locked_recording(recording: Recording) -> Recording:
    """Return `recording` as it is now, its row locked until the end of the transaction."""
    return Recording.objects.select_for_update().get(pk=recording.pk)
