"""Rename, move, add and take away chapters by hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from live.domain.after_rights import ensure_may_finish
from live.domain.film_chapters import write_film_chapters
from live.domain.lay_out_replay import lay_out_replay, locked_recording
from live.domain.make_spans import Span
from live.domain.replay_time import wall_at
from live.models import Recording, ReplayChapter
from live.replay_refusals import ChapterOutside
from media.edition import new_edition
from media.timecode import format_timecode
from users.models import User


@dataclass(frozen=True, slots=True)
class Written:
    """What a person wrote of one chapter; `pk` None adds one.

    Without `at_s` it goes back to where it was on air, and follows the cuts again.
    """

    pk: int | None
    title: str
    at_s: int | None
    is_gone: bool = False


def set_chapters(recording: Recording, user: User, rows: Iterable[Written]) -> Recording:
    """Write down the chapters as `rows` have them, and tick “chapters are checked”.

    A chapter whose second is another than before counts as set by hand from now on: no cut moves
    it. Rows of other replays are passed over. Raises MayNotFinish, or ChapterOutside.
    """
    ensure_may_finish(user, recording)
    with transaction.atomic():
        locked = locked_recording(recording)
        known = {chapter.pk: chapter for chapter in locked.chapters.all()}
        spans = [
            Span(span.wall_from, span.wall_to, span.replay_from_s) for span in locked.spans.all()
        ]
        for row in rows:
            _ensure_inside(locked, row)
            if row.pk is None:
                _add(locked, row, spans)
            elif row.pk in known:
                _change(known[row.pk], row)
        locked.chapters_checked_at = timezone.now()
        locked.save(update_fields=["chapters_checked_at"])
        locked = lay_out_replay(locked)
        if locked.video is not None:
            write_film_chapters(locked, locked.video)
        log(instance=locked.run.programme, action="live.replay.chapters", user=user)
        new_edition()
    return locked


def _ensure_inside(recording: Recording, row: Written) -> None:
    if not row.is_gone and row.at_s is not None and row.at_s >= recording.length_s:
        raise ChapterOutside(
            time=format_timecode(row.at_s), end=format_timecode(recording.length_s)
        )


def _add(recording: Recording, row: Written, spans: list[Span]) -> None:
    at_s = row.at_s or 0
    wall = wall_at(spans, at_s)
    if row.is_gone or not row.title or wall is None:
        return
    ReplayChapter.objects.create(
        recording=recording, title=row.title, wall_at=wall, at_s=at_s, is_set_by_hand=True
    )


def _change(chapter: ReplayChapter, row: Written) -> None:
    is_ours = chapter.entry_id is not None or chapter.airing_id is not None
    if row.is_gone and not is_ours:
        chapter.delete()
        return
    chapter.title = row.title or chapter.title
    chapter.is_hidden = row.is_gone
    if row.at_s is None:
        chapter.is_set_by_hand = not is_ours
    elif row.at_s != int(chapter.at_s):
        chapter.at_s, chapter.is_set_by_hand = row.at_s, True
    chapter.save()
