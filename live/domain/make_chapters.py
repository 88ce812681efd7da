"""The chapters of a replay: what was on air, and the questions that were answered."""

from collections.abc import Sequence
from datetime import datetime

from live.domain.make_spans import Span
from live.domain.replay_time import replay_at
from live.enums import EntryState, Outcome
from live.models import Recording, ReplayChapter

_WAS_ON_AIR = (EntryState.ON_AIR, EntryState.DONE)


def make_chapters(recording: Recording, spans: Sequence[Span]) -> None:
    """Add the chapters that `recording` lacks, and move those that nobody set by hand.

    Titles are left as they are: somebody may have written them. Called in the transaction that
    locks the recording, with its length and its `spans`; calling it again changes nothing.
    """
    _add_missing(recording)
    moved = []
    for chapter in recording.chapters.filter(is_set_by_hand=False).select_related(
        "entry", "airing"
    ):
        at_s = _place(spans, chapter.wall_at, _ends_at(chapter))
        chapter.at_s = recording.length_s if at_s is None else at_s
        moved.append(chapter)
    ReplayChapter.objects.bulk_update(moved, ["at_s"])


def _add_missing(recording: Recording) -> None:
    entries = recording.run.entries.filter(state__in=_WAS_ON_AIR, chapter=None)
    answered = recording.run.aired_questions.filter(outcome=Outcome.ANSWERED, chapter=None)
    places = {"recording": recording, "at_s": recording.length_s}
    found = [
        ReplayChapter(entry=entry, title=entry.title, wall_at=entry.started_at, **places)
        for entry in entries
        if entry.started_at is not None
    ]
    found += [
        ReplayChapter(airing=airing, title=airing.question.text, wall_at=airing.on_air_at, **places)
        for airing in answered.select_related("question")
    ]
    ReplayChapter.objects.bulk_create(found, ignore_conflicts=True)


def _ends_at(chapter: ReplayChapter) -> datetime | None:
    if chapter.entry is not None:
        return chapter.entry.ended_at
    return chapter.airing.off_air_at if chapter.airing is not None else None


def _place(spans: Sequence[Span], starts_at: datetime, ends_at: datetime | None) -> float | None:
    """Return the second of the replay, or None when nothing between the two instants is kept."""
    at_s = replay_at(spans, starts_at)
    if at_s is None or (ends_at is not None and replay_at(spans, ends_at) == at_s):
        return None
    return at_s
