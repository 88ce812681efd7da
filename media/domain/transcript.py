"""The transcript: captions joined into text, under the chapters' titles."""

from dataclasses import dataclass, field

from media.enums import TrackKind
from media.gateways.text_tracks import plain_text
from media.models import Video
from media.timecode import format_timecode


@dataclass(frozen=True)
class TranscriptCue:
    start_s: float
    end_s: float
    text: str
    stamp: str


@dataclass(frozen=True)
class TranscriptChapter:
    start_s: float
    title: str
    stamp: str


@dataclass(frozen=True)
class TranscriptSection:
    """A chapter with its words; without chapters, one section holds all."""

    chapter: TranscriptChapter | None
    cues: list[TranscriptCue]


@dataclass(frozen=True)
class Transcript:
    """What is said in a film, in one language."""

    language: str = ""
    cues: list[TranscriptCue] = field(default_factory=list)
    chapters: list[TranscriptChapter] = field(default_factory=list)

    @property
    def sections(self) -> list[TranscriptSection]:
        """The cues under their chapters, in one pass over both."""
        if not self.chapters:
            return [TranscriptSection(None, self.cues)]
        sections = [TranscriptSection(chapter, []) for chapter in self.chapters]
        current = 0
        for cue in self.cues:
            while current + 1 < len(sections) and cue.start_s >= self.chapters[current + 1].start_s:
                current += 1
            sections[current].cues.append(cue)
        return sections


def transcript_of(video: Video, language: str) -> Transcript:
    """Return the transcript in `language`, else in the film's first language; empty if none."""
    tracks = list(video.text_tracks.all())
    wanted = [t for t in tracks if t.language == language]
    spoken = [t for t in tracks if t.kind == TrackKind.CAPTIONS]
    track = next(iter(wanted or spoken or tracks), None)
    if track is None:
        return Transcript()
    return Transcript(
        language=track.language,
        cues=[
            TranscriptCue(
                cue["start_s"],
                cue["end_s"],
                plain_text(cue["text"]),
                format_timecode(cue["start_s"]),
            )
            for cue in track.cues
        ],
        chapters=[
            TranscriptChapter(chapter.start_s, chapter.title, format_timecode(chapter.start_s))
            for chapter in video.chapters.all()
        ],
    )
