"""Replays in page templates."""

from dataclasses import dataclass

from django import template

from live.domain.premiere_chapters import premiere_chapters
from live.domain.replay_player import replay_player
from live.domain.show_programme import Show
from live.models import Recording, ReplayChapter
from media.timecode import format_timecode
from qa.models import Question

register = template.Library()
register.simple_tag(replay_player)


@dataclass(frozen=True, slots=True)
class ShownChapter:
    """A place in the replay; `question` is what is answered there."""

    title: str
    second: int
    question: Question | None

    @property
    def second_written(self) -> str:
        """The second, as people write it."""
        return format_timecode(self.second)


@register.simple_tag
def chapters_of(recording: Recording | None) -> list[ShownChapter]:
    """Return what everybody may read of the chapters of a replay, in order; one query."""
    if recording is None or not recording.is_public:
        return []
    chapters = recording.chapters.public().select_related("airing__question")
    return [_shown(chapter) for chapter in chapters]


@register.simple_tag
def chapters_shown(show: Show) -> list[ShownChapter]:
    """Return the chapters of what can be watched again: of the replay, or of a premiere's film."""
    if show.premiere is not None and show.has_replay:
        return [ShownChapter(*one) for one in premiere_chapters(show.premiere.video)]
    return chapters_of(show.recording)


def _shown(chapter: ReplayChapter) -> ShownChapter:
    question = chapter.airing.question if chapter.airing is not None else None
    return ShownChapter(chapter.title, int(chapter.at_s), question)
