"""Decide how a film is encoded: its qualities, and where it is cut.

Everything is counted in frames of the constant output rate, so that chunks encoded on
different machines, in any order, fit to the frame.
"""

from dataclasses import asdict, dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, Self

from media.gateways.ffmpeg.facts import SourceFacts, VideoFacts
from media.gateways.ffmpeg.ladder import Rung, ladder

GOP_S = 2
SEGMENT_S = 4
CHUNK_MIN_S, CHUNK_MAX_S = 6, 12
# Shorter ends are folded into the segment before.
LAST_SEGMENT_MIN_S = 1
# A source this close to the cap of its rung is good enough to be that rung.
KEPT_COPY_EXCESS = 1.5
PREVIEW_CHUNKS = 3
COPY_NAME = "copy"


@dataclass(frozen=True, slots=True)
class Plan:
    """How one film is encoded; `facts` travel with it, so that a plan is enough to work.

    `cuts` are the first frames of all media segments and `chunk_cuts` those of all chunks.
    `copies_source`: the source's own picture is published first, under `copy_name`; when
    `keeps_copy`, that copy is the top rung for good and the others are cut at its keyframes,
    else it goes once the ladder is there. `copy_cuts_s`: where the copy's segments begin.

    A film that cannot be copied is first encoded in its lowest quality alone: call
    `encode_chunk(..., rungs=plan.preview_rungs)` for the chunks `0 .. preview_chunks - 1`,
    then, for every chunk, `encode_chunk(..., rungs=plan.rungs_for(index))`, which leaves out
    what the preview has made.
    """

    facts: SourceFacts
    rungs: tuple[Rung, ...]
    frame_count: int
    gop_frames: int
    cuts: tuple[int, ...]
    chunk_cuts: tuple[int, ...]
    copies_source: bool
    keeps_copy: bool
    copy_cuts_s: tuple[float, ...]
    preview_chunks: int

    @property
    def fps(self) -> Fraction:
        return self.video.fps

    @property
    def video(self) -> VideoFacts:
        """The picture of a film that has one (check `has_video` first)."""
        assert self.facts.video is not None
        return self.facts.video

    @property
    def has_video(self) -> bool:
        return self.facts.video is not None

    @property
    def has_audio(self) -> bool:
        return self.facts.audio is not None

    @property
    def duration_s(self) -> float:
        """The length of the finished film."""
        return float(self.frame_count / self.fps) if self.has_video else self.facts.duration_s

    @property
    def gop_s(self) -> float:
        return float(self.gop_frames / self.fps)

    @property
    def segment_s(self) -> float:
        """The usual length of a media segment; the last may differ."""
        return 2 * self.gop_s if self.has_video else float(SEGMENT_S)

    @property
    def longest_segment_s(self) -> float:
        """The longest segment of any rung: a growing manifest must announce it."""
        if not self.has_video:
            return float(SEGMENT_S)
        frames = max(end - cut for cut, end in pairwise((*self.cuts, self.frame_count)))
        copied_s = pairwise((*self.copy_cuts_s, self.video.end_s))
        return max(float(frames / self.fps), *(end_s - start_s for start_s, end_s in copied_s), 0.0)

    @property
    def chunks(self) -> tuple[tuple[float, float], ...]:
        """Start and end of each chunk, in seconds of the film; none where nothing is encoded."""
        edges = pairwise((*self.chunk_cuts, self.frame_count))
        return tuple((float(first / self.fps), float(end / self.fps)) for first, end in edges)

    @property
    def encoded_rungs(self) -> tuple[str, ...]:
        """The names of the rungs that are encoded, the best first."""
        return tuple(rung.name for rung in self.rungs[1 if self.keeps_copy else 0 :])

    @property
    def copy_name(self) -> str:
        """The folder of the copied source: its rung's when it is kept."""
        return self.rungs[0].name if self.keeps_copy else COPY_NAME

    @property
    def preview_rungs(self) -> tuple[str, ...]:
        return self.encoded_rungs[-1:] if self.preview_chunks else ()

    def rungs_for(self, index: int) -> tuple[str, ...]:
        """Return the rungs that the ladder's pass over chunk `index` still has to make."""
        made = self.preview_rungs if index < self.preview_chunks else ()
        return tuple(name for name in self.encoded_rungs if name not in made)

    def chunk_frames(self, index: int) -> tuple[int, int]:
        """Return the first frame of a chunk, and the first frame after it."""
        return list(pairwise((*self.chunk_cuts, self.frame_count)))[index]

    def segment_frames(self, index: int) -> list[int]:
        """Return how many frames each media segment of a chunk has."""
        first, end = self.chunk_frames(index)
        cuts = [cut for cut in self.cuts if first <= cut < end]
        return [after - before for before, after in pairwise((*cuts, end))]

    def to_json(self) -> dict[str, Any]:
        """Return a plain dict that `json.dumps` accepts."""
        return {**asdict(self), "facts": self.facts.to_json()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Rebuild the plan from `to_json()`, also after a trip through JSON."""
        tuples = {name: tuple(data[name]) for name in ("cuts", "chunk_cuts", "copy_cuts_s")}
        rungs = tuple(Rung(**rung) for rung in data["rungs"])
        facts = SourceFacts.from_json(data["facts"])
        return cls(**{**data, **tuples, "rungs": rungs, "facts": facts})


def plan_encoding(facts: SourceFacts) -> Plan:
    """Return the plan for a film or a sound."""
    video = facts.video
    if video is None:
        return Plan(facts, (), 0, 0, (), (), False, False, (), 0)
    rungs = ladder(video)
    frame_count = max(1, round(facts.duration_s * video.fps))
    gop_frames = round(GOP_S * video.fps)
    copy_cuts_s = group_keyframes(video) if video.is_copyable else ()
    keeps_copy = _keeps_copy(video, rungs[0], facts.duration_s)
    cuts = _regular_cuts(frame_count, 2 * gop_frames, video.fps)
    if keeps_copy:
        rungs = (_as_copied(rungs[0], video), *rungs[1:])
        cuts = tuple(round(start_s * video.fps) for start_s in copy_cuts_s)
    is_previewed = not video.is_copyable and len(rungs) > 1
    is_encoded = not keeps_copy or len(rungs) > 1
    chunk_cuts = _group_into_chunks(cuts, frame_count, video.fps) if is_encoded else ()
    return Plan(
        facts=facts,
        rungs=rungs,
        frame_count=frame_count,
        gop_frames=gop_frames,
        cuts=cuts,
        chunk_cuts=chunk_cuts,
        copies_source=video.is_copyable,
        keeps_copy=keeps_copy,
        copy_cuts_s=copy_cuts_s,
        preview_chunks=min(PREVIEW_CHUNKS, len(chunk_cuts)) if is_previewed else 0,
    )


def group_keyframes(video: VideoFacts) -> tuple[float, ...]:
    """Return where the segments of a copied picture begin: keyframes 4 s apart or more."""
    starts_s = [video.start_s]
    for time_s in video.keyframes_s:
        is_far_enough = time_s - starts_s[-1] >= SEGMENT_S - 0.01
        if is_far_enough and video.end_s - time_s >= LAST_SEGMENT_MIN_S:
            starts_s.append(time_s)
    return tuple(starts_s)


def _keeps_copy(video: VideoFacts, top: Rung, duration_s: float) -> bool:
    """Keep the copy when it is as good a top rung as ours, on the same grid of frames."""
    frame_s = float(1 / video.fps)
    return (
        video.is_copyable
        and not video.is_vfr
        and video.start_s < frame_s / 2
        and duration_s - video.end_s < SEGMENT_S
        and video.peak_bitrate_bps <= KEPT_COPY_EXCESS * top.max_bitrate_bps
    )


def _as_copied(rung: Rung, video: VideoFacts) -> Rung:
    return Rung(
        rung.name,
        video.width_px,
        video.height_px,
        video.peak_bitrate_bps,
        rung.crf,
        rung.h264_level,
    )


def _regular_cuts(frame_count: int, segment_frames: int, fps: Fraction) -> tuple[int, ...]:
    cuts = list(range(0, frame_count, segment_frames))
    if len(cuts) > 1 and frame_count - cuts[-1] < LAST_SEGMENT_MIN_S * fps:
        cuts.pop()
    return tuple(cuts)


def _group_into_chunks(cuts: tuple[int, ...], frame_count: int, fps: Fraction) -> tuple[int, ...]:
    """Group segments into chunks of at most 12 s, without a very short one at the end."""
    ends = (*cuts[1:], frame_count)
    # Rates such as 29.97 make three segments a hair longer than 12 s.
    longest = (CHUNK_MAX_S + 0.1) * float(fps)
    firsts = [cuts[0]]
    for cut, end in zip(cuts, ends, strict=True):
        if end - firsts[-1] > longest and cut > firsts[-1]:
            firsts.append(cut)
    shortest = CHUNK_MIN_S * fps
    if len(firsts) > 1 and frame_count - firsts[-1] < shortest:
        moved = cuts[cuts.index(firsts[-1]) - 1]
        if moved - firsts[-2] >= shortest:
            firsts[-1] = moved
    return tuple(firsts)
