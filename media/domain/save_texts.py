"""Captions, subtitles and chapters of a film."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.log_actions import log

from media.domain.library_rights import ensure_may_change
from media.enums import TrackKind
from media.gateways.text_tracks import parse_track
from media.models import Chapter, TextTrack, Video
from media.refusals import ChapterBehindTheEnd, FirstChapterLate, SameStart, TooManyChapters
from media.timecode import format_timecode
from users.models import User

MAX_CHAPTERS = 200


def add_text_track(
    user: User, video: Video, kind: TrackKind, language: str, data: bytes
) -> TextTrack:
    """Read the WebVTT or SubRip file `data` and make it the film's track of that kind and language.

    One that was there is replaced. Raises MayNotChange, or a TrackRefused that names the line.
    """
    ensure_may_change(user, video)
    cues = parse_track(data, duration_s=video.duration)
    with transaction.atomic():
        track, _ = TextTrack.objects.update_or_create(
            video=video, kind=kind, language=language, defaults={"cues": cues}
        )
        log(instance=video, action="wagtail.edit", user=user)
    return track


def remove_text_track(user: User, video: Video, kind: TrackKind, language: str) -> bool:
    """Remove a track; False when there was none. Raises MayNotChange."""
    ensure_may_change(user, video)
    with transaction.atomic():
        removed, _ = video.text_tracks.filter(kind=kind, language=language).delete()
        if removed:
            log(instance=video, action="wagtail.edit", user=user)
    return bool(removed)


def save_chapters(user: User, video: Video, chapters: Iterable[tuple[int, str]]) -> None:
    """Make `chapters`, (start in seconds, title), the chapters of the film, in order of time.

    None at all removes them. Raises MayNotChange or a ChaptersRefused; nothing is changed then.
    """
    ensure_may_change(user, video)
    ordered = sorted(chapters)
    _check(ordered, video.duration)
    with transaction.atomic():
        video.chapters.all().delete()
        Chapter.objects.bulk_create(
            Chapter(video=video, start_s=start_s, title=title) for start_s, title in ordered
        )
        log(instance=video, action="wagtail.edit", user=user)


def _check(chapters: list[tuple[int, str]], duration_s: float) -> None:
    if not chapters:
        return
    if len(chapters) > MAX_CHAPTERS:
        raise TooManyChapters(limit=MAX_CHAPTERS)
    if chapters[0][0] != 0:
        raise FirstChapterLate
    for (before_s, _), (start_s, _) in zip(chapters, chapters[1:], strict=False):
        if start_s == before_s:
            raise SameStart(time=format_timecode(start_s))
    last_s = chapters[-1][0]
    if duration_s and last_s >= duration_s:
        raise ChapterBehindTheEnd(time=format_timecode(last_s), end=format_timecode(duration_s))
