"""Decide where segments begin and end, at the same places in every rung.

The sender's own quality (`source`) decides: a segment ends at the first keyframe after a second.
Encoded rungs have keyframes where the source has them, and come later; they are cut where it was.
Sound that comes without pictures goes along with the pictures after it.
"""

from collections import deque
from dataclasses import dataclass, field, replace

from live.feed_refusals import KeyframesTooRare, MachineTooSlow, StreamUnreadable
from live.ingest.fragments import Part

SOURCE = "source"
SHORTEST_S = 1.0
LONGEST_S = 12.0
# Clocks of tracks round differently.
NEAR_S = 0.01
MOST_WAITING = 120
# Of a picture that stands still, so many pieces of sound are kept.
MOST_SOUND = 30


@dataclass(frozen=True, slots=True)
class Write:
    """Write this part: piece `piece` of segment `number`, in this rung."""

    rung: str
    number: int
    piece: int
    data: bytes
    length_s: float = 0.0
    is_independent: bool = False


@dataclass(frozen=True, slots=True)
class Seal:
    """This rung's segment is whole."""

    rung: str
    number: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A segment is whole in every rung: from when, how long, and its parts, in seconds."""

    number: int
    shown_s: float
    parts_s: tuple[float, ...]

    @property
    def length_s(self) -> float:
        return sum(self.parts_s)


Step = Write | Seal | Cut


@dataclass(slots=True)
class _Rung:
    """Where a rung is: the segment it writes (-1: none yet), the pieces of it, what waits.

    `is_shut`: its segment was cut short, and what comes is left out until the next one begins.
    """

    number: int = -1
    pieces: int = 0
    is_shut: bool = False
    waiting: deque[Part] = field(default_factory=deque)
    sound: deque[bytes] = field(default_factory=lambda: deque(maxlen=MOST_SOUND))


class Cutter:
    """Takes the parts of all rungs as they come, and says what to write."""

    def __init__(self, rungs: tuple[str, ...] = ()) -> None:
        self._rungs = {name: _Rung() for name in (SOURCE, *rungs)}
        self._starts_s: list[float] = []
        self._parts_s: list[list[float]] = []
        self._announced = 0
        self._reached_s = 0.0

    def take(self, rung: str, part: Part) -> list[Step]:
        """Return what follows from one more part of `rung`, in order.

        Raises KeyframesTooRare, MachineTooSlow when a rung falls far behind, StreamUnreadable
        when one lacks a keyframe that the others have.
        """
        sound = self._rungs[rung].sound
        if not part.frames_s:
            sound.append(part.data)
            return []
        part = replace(part, data=b"".join([*sound, part.data]))
        sound.clear()
        if rung == SOURCE:
            steps = self._take_source(part)
            for name in self._rungs:
                steps += self._advance(name)
            return steps
        waiting = self._rungs[rung].waiting
        waiting.append(part)
        if len(waiting) > MOST_WAITING:
            raise MachineTooSlow
        return self._advance(rung)

    def finish(self) -> list[Step]:
        """Return what ends the last segment, which may be short."""
        self._reached_s = float("inf")
        return self._shut()

    def interrupt(self) -> list[Step]:
        """Return what ends the segment that is being made, of a picture that stands still.

        The next one begins at the next keyframe; what comes before that is left out.
        """
        return [] if self._rungs[SOURCE].is_shut else self._shut()

    def _shut(self) -> list[Step]:
        steps: list[Step] = []
        for name, rung in self._rungs.items():
            steps += self._advance(name)
            if rung.number == len(self._starts_s) - 1 and rung.pieces and not rung.is_shut:
                steps.append(Seal(name, rung.number))
                rung.is_shut = True
        return steps + self._announce()

    def _take_source(self, part: Part) -> list[Step]:
        own = self._rungs[SOURCE]
        is_open = own.number >= 0 and not own.is_shut
        self._reached_s = part.shown_s + part.length_s
        long_s = sum(self._parts_s[-1]) if is_open else 0.0
        steps: list[Step] = []
        if part.starts_with_key and (not is_open or long_s > SHORTEST_S - NEAR_S):
            self._starts_s.append(part.shown_s)
            self._parts_s.append([])
            steps += self._turn(SOURCE)
        elif long_s > LONGEST_S:
            raise KeyframesTooRare
        if own.number >= 0 and not own.is_shut:
            steps.append(self._write(SOURCE, part))
            self._parts_s[-1].append(part.length_s)
        return steps

    def _advance(self, name: str) -> list[Step]:
        """Place the parts of an encoded rung whose segment is decided by now."""
        rung, steps = self._rungs[name], []
        while rung.waiting and self._is_decided(rung.waiting[0]):
            part = rung.waiting.popleft()
            upcoming = rung.number + 1
            if part.starts_with_key and upcoming < len(self._starts_s):
                if part.shown_s > self._starts_s[upcoming] - NEAR_S:
                    steps += self._turn(name)
                if self._is_beyond(part, rung.number + 1):
                    raise StreamUnreadable
            if rung.number >= 0 and not rung.is_shut:
                steps.append(self._write(name, part))
        return steps

    def _is_decided(self, part: Part) -> bool:
        return not part.starts_with_key or part.shown_s < self._reached_s - NEAR_S

    def _is_beyond(self, part: Part, number: int) -> bool:
        return number < len(self._starts_s) and part.shown_s > self._starts_s[number] - NEAR_S

    def _turn(self, name: str) -> list[Step]:
        """Begin the next segment of a rung, and end the one before."""
        rung, steps = self._rungs[name], []
        if rung.number >= 0 and not rung.is_shut:
            steps.append(Seal(name, rung.number))
        rung.number, rung.pieces, rung.is_shut = rung.number + 1, 0, False
        return steps + self._announce()

    def _announce(self) -> list[Step]:
        """Tell of the segments that are whole in the slowest rung."""
        whole = min(rung.number + rung.is_shut for rung in self._rungs.values())
        numbers = range(self._announced, whole)
        self._announced = max(self._announced, whole)
        return [Cut(n, self._starts_s[n], tuple(self._parts_s[n])) for n in numbers]

    def _write(self, name: str, part: Part) -> Write:
        rung = self._rungs[name]
        write = Write(
            name, rung.number, rung.pieces, part.data, part.length_s, part.starts_with_key
        )
        rung.pieces += 1
        return write
