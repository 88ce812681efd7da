"""What a demo film is made of: shots, actors, lines, and the captions that follow from them.

Nothing here draws or plays; a film is plain data with times in seconds, so that its pictures,
its sound, its captions and its chapters can never disagree.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from portal.demo.drawing import Scenery, typeset
from portal.demo.palette import INK, LEEK

Motion = Literal[
    "still", "bounce", "sway", "shake", "enter_left", "enter_right", "rise", "fall", "cross"
]
SourceFormat = Literal["h264-mp4", "mpeg4-mkv", "aac-m4a"]
Box = tuple[float, float, float, float]

TOP: Box = (0.06, 0.06, 0.88, 0.28)
LEFT: Box = (0.05, 0.08, 0.46, 0.62)
RIGHT: Box = (0.53, 0.08, 0.42, 0.62)

SUFFIXES: dict[SourceFormat, str] = {"h264-mp4": ".mp4", "mpeg4-mkv": ".mkv", "aac-m4a": ".m4a"}


@dataclass(frozen=True)
class Voice:
    """How espeak-ng speaks for someone: pitch from 0 to 99, speed in words per minute."""

    name: str = "fr"
    pitch: int = 50
    speed_wpm: int = 140


VOICES: dict[str, Voice] = {
    "aubergine": Voice("fr+f3", 38, 140),
    "banane": Voice("fr", 42, 150),
    "cafe": Voice("fr+m3", 88, 185),
    "cagette": Voice("fr", 24, 140),
    "carotte": Voice("fr+f2", 70, 155),
    "chou": Voice("fr+m1", 62, 130),
    "courge": Voice("fr", 14, 132),
    "oignon": Voice("fr+f4", 58, 132),
    "patate": Voice("fr", 8, 105),
    "petit-pois": Voice("fr+f2", 96, 150),
    "poireau": Voice("fr+m1", 34, 135),
    "radis": Voice("fr+m3", 72, 165),
    "tomate": Voice("fr+f1", 82, 150),
}


@dataclass(frozen=True)
class Line:
    """A spoken line; times count from the start of its shot, then of the film."""

    who: str
    text: str
    start_s: float
    end_s: float
    english: str = ""

    def shifted(self, by_s: float) -> "Line":
        """Return the same line `by_s` seconds later."""
        start_s, end_s = round(self.start_s + by_s, 3), round(self.end_s + by_s, 3)
        return Line(self.who, self.text, start_s, end_s, self.english)


@dataclass(frozen=True)
class Actor:
    """A character in a shot; `x`, `feet` and `height` are fractions, as in a poster's Figure."""

    who: str
    x: float
    feet: float
    height: float
    motion: Motion = "still"
    tilt_deg: float = 0
    flip: bool = False


@dataclass(frozen=True)
class Shot:
    """One shot: a flat colour, its actors, what they say, and what is written."""

    duration_s: float
    ground: str
    actors: tuple[Actor, ...] = ()
    lines: tuple[Line, ...] = ()
    scenery: Scenery = "none"
    scenery_colour: str = LEEK
    box: Box = TOP
    ink: str = INK
    card: str = ""
    tag: str = ""
    chapter: str = ""


@dataclass(frozen=True)
class Chapter:
    """A titled moment of a film, in seconds from its start."""

    title: str
    start_s: float
    end_s: float


@dataclass(frozen=True)
class Tune:
    """The music of a film: beats per minute, and one bass note (MIDI number) per bar."""

    tempo_bpm: int
    bass: tuple[int, ...]
    minor: bool = False


@dataclass(frozen=True)
class Film:
    """One demo film or chronicle, complete: rendering it needs nothing else."""

    slug: str
    title: str
    description: str
    shots: tuple[Shot, ...]
    poster: str
    tune: Tune
    series: str = ""
    excuse: str = ""
    rebuttal: str = ""
    size_px: tuple[int, int] = (1280, 720)
    source_format: SourceFormat = "h264-mp4"
    voices: dict[str, Voice] = field(default_factory=lambda: VOICES)

    @property
    def duration_s(self) -> float:
        """Length of the film in seconds."""
        return round(sum(shot.duration_s for shot in self.shots), 3)

    @property
    def is_audio_only(self) -> bool:
        """Whether the film has sound and no picture."""
        return self.source_format == "aac-m4a"

    @property
    def file_name(self) -> str:
        """Name of the rendered source file."""
        return self.slug + SUFFIXES[self.source_format]

    def staged(self) -> Iterator[tuple[float, Shot]]:
        """Yield each shot with its start in the film, in seconds."""
        start_s = 0.0
        for shot in self.shots:
            yield round(start_s, 3), shot
            start_s += shot.duration_s

    def lines(self) -> tuple[Line, ...]:
        """Return every spoken line with its times counted from the start of the film."""
        return tuple(line.shifted(at_s) for at_s, shot in self.staged() for line in shot.lines)


def chapters(film: Film) -> tuple[Chapter, ...]:
    """Return the chapters of a film, contiguous up to its end; none for the short ones."""
    marks = [(at_s, shot.chapter) for at_s, shot in film.staged() if shot.chapter]
    ends = [*(at_s for at_s, _ in marks), film.duration_s][1:]
    return tuple(
        Chapter(typeset(title), start_s, end_s)
        for (start_s, title), end_s in zip(marks, ends, strict=True)
    )


def captions_vtt(film: Film) -> str:
    """Return the French captions of a film as a WebVTT file."""
    return _vtt((line.start_s, line.end_s, typeset(line.text)) for line in film.lines())


def subtitles_vtt_en(film: Film) -> str:
    """Return the English subtitles as a WebVTT file, or "" for a film that has none."""
    if not all(line.english for line in film.lines()):
        return ""
    return _vtt((line.start_s, line.end_s, line.english) for line in film.lines())


def _vtt(cues: Iterable[tuple[float, float, str]]) -> str:
    blocks = [
        f"{number}\n{_clock(start_s)} --> {_clock(end_s)}\n{text}\n"
        for number, (start_s, end_s, text) in enumerate(cues, start=1)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _clock(at_s: float) -> str:
    millis = round(at_s * 1000)
    minutes, millis = divmod(millis, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{millis // 1000:02}.{millis % 1000:03}"
