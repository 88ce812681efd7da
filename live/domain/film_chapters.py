"""The chapters of a replay as the chapters of its film."""

from django.db import transaction

from live.models import Recording
from media.domain.save_texts import MAX_CHAPTERS
from media.models import Chapter, Video

TITLE_LENGTH = 120


def write_film_chapters(recording: Recording, video: Video) -> None:
    """Make the public chapters of `recording` those of `video`, in place of what was there.

    A film has one chapter a second, its first at 0: without one there, it has the programme's name.
    """
    found: dict[int, str] = {0: recording.run.programme.title}
    shown = recording.chapters.public().order_by("pk")
    for chapter in shown:
        found[int(chapter.at_s)] = chapter.title
    starts = sorted(start_s for start_s in found if not video.duration or start_s < video.duration)
    with transaction.atomic():
        video.chapters.all().delete()
        Chapter.objects.bulk_create(
            Chapter(video=video, start_s=start_s, title=_fitting(found[start_s]))
            for start_s in starts[:MAX_CHAPTERS]
        )


def _fitting(title: str) -> str:
    return title if len(title) <= TITLE_LENGTH else f"{title[: TITLE_LENGTH - 1].rstrip()}…"
