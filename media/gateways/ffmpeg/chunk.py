"""Encode one chunk of a film: one decode, every rung, exactly the planned frames."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Self

import ffmpeg

from media.errors import OutputRejected
from media.gateways.ffmpeg.boxes import count_frames
from media.gateways.ffmpeg.commands import (
    BY_KEYFRAME,
    FRAGMENTED,
    NO_METADATA,
    compile_command,
    open_source,
)
from media.gateways.ffmpeg.ladder import Rung
from media.gateways.ffmpeg.picture import exact_frames, ordinary, resized
from media.gateways.ffmpeg.plan import Plan
from media.gateways.ffmpeg.runner import GIB, Finished, Limits, run
from media.gateways.ffmpeg.scratch import publish, scratch_folder
from media.gateways.ffmpeg.segments import Segment, Splitter
from media.gateways.ffmpeg.tools import Tools

# The end of a source may hold a few frames that cannot be decoded.
FORGIVEN_END_S = 1
MAX_WALL_S, WALL_PER_SECOND = 300, 60


@dataclass(frozen=True, slots=True)
class ChunkResult:
    """The media segments of one chunk, by rung, and what they cost."""

    index: int
    rungs: dict[str, tuple[Segment, ...]]
    cpu_s: float
    peak_rss_bytes: int

    def to_json(self) -> dict[str, Any]:
        """Return a plain dict that `json.dumps` accepts."""
        rungs = {name: [s.to_json() for s in segments] for name, segments in self.rungs.items()}
        return {
            "index": self.index,
            "rungs": rungs,
            "cpu_s": round(self.cpu_s, 3),
            "peak_rss_bytes": self.peak_rss_bytes,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Rebuild the result from `to_json()`."""
        rungs = {
            name: tuple(Segment.from_json(segment) for segment in segments)
            for name, segments in data["rungs"].items()
        }
        return cls(**{**data, "rungs": rungs})


def encode_chunk(
    source: Path,
    plan: Plan,
    index: int,
    out_dir: Path,
    tools: Tools,
    *,
    rungs: Sequence[str] | None = None,
    on_progress: Callable[[float], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    threads: int = 1,
) -> ChunkResult:
    """Encode chunk `index` into `out_dir/<rung>/init.mp4` and `c<index>_<k>.m4s`.

    `rungs` names the qualities to make (default: all that the plan leaves to this pass).
    `on_progress` receives the seconds of this chunk that are done. Chunks may be encoded in any
    order and on different machines; a second run writes the same files again.

    Raises OutputRejected when the frames are not exactly those of the plan, and the errors of
    `runner.run`; then no file of this chunk is left.
    """
    chosen = [r for r in plan.rungs if r.name in (rungs or plan.rungs_for(index))]
    job = _Job(source, plan, index, tools, chosen, threads)
    with scratch_folder(out_dir) as scratch:
        finished = job.run(scratch, on_progress, should_stop)
        if count_frames(scratch / f"{chosen[0].name}.mp4") < job.frame_count:
            finished = job.run(scratch, on_progress, should_stop, is_second_try=True)
        made = {rung.name: job.split(scratch, rung) for rung in chosen}
        for rung in chosen:
            publish(scratch / rung.name, out_dir / rung.name)
    return ChunkResult(index, made, finished.cpu_s, finished.peak_rss_bytes)


@dataclass(frozen=True, slots=True)
class _Job:
    """One chunk of one film, for some of its rungs."""

    source: Path
    plan: Plan
    index: int
    tools: Tools
    rungs: list[Rung]
    threads: int

    @property
    def frame_count(self) -> int:
        first, end = self.plan.chunk_frames(self.index)
        return end - first

    def run(
        self,
        scratch: Path,
        on_progress: Callable[[float], None] | None,
        should_stop: Callable[[], bool] | None,
        *,
        is_second_try: bool = False,
    ) -> Finished:
        duration_s = float(self.frame_count / self.plan.fps)
        longest_s = MAX_WALL_S + WALL_PER_SECOND * duration_s
        outputs = list(self._outputs(scratch, is_second_try))
        return run(
            compile_command(outputs, self.tools, threads=self.threads),
            limits=Limits(wall_s=longest_s, cpu_s=int(2 * longest_s), memory_bytes=4 * GIB),
            cwd=scratch,
            on_progress=on_progress,
            should_stop=should_stop,
            frame_s=float(1 / self.plan.fps),
        )

    def _outputs(self, scratch: Path, is_second_try: bool) -> Iterator[Any]:
        """Yield one output per rung, each scaled from the one above it."""
        video, top = self.plan.video, self.rungs[0]
        picture = ordinary(
            self._frames(is_second_try), video, self.tools, top.width_px, top.height_px
        )
        for number, rung in enumerate(self.rungs):
            if number:
                picture = resized(picture, rung.width_px, rung.height_px)
            if rung is not self.rungs[-1]:
                both = picture.filter_multi_output("split")
                picture, shown = both[0], both[1]
            else:
                shown = picture
            yield ffmpeg.output(shown, f"{rung.name}.mp4", **self._encoder(rung))

    def _frames(self, is_second_try: bool) -> Any:
        """Return exactly the frames of this chunk.

        Should reading from the nearest keyframe give too few (a file that cannot seek, or
        whose keyframes lie), the second try reads from the start and fills what is missing.
        """
        facts, video = self.plan.facts, self.plan.video
        first, end = self.plan.chunk_frames(self.index)
        seek_s = None if is_second_try else float(first / video.fps)
        after_end_s = max(0.0, float(end / video.fps) - video.end_s)
        forgiven_s = float(FORGIVEN_END_S)
        if is_second_try and (facts.is_partial or end == self.plan.frame_count):
            forgiven_s = float((end - first) / video.fps)
        node = open_source(self.source, facts, seek_s=seek_s, threads=self.threads)
        return exact_frames(
            node[str(video.index)],
            video,
            origin_s=facts.origin_s,
            first_frame=first,
            end_frame=end,
            pads_start=first == 0 or is_second_try,
            padded_frames=round((after_end_s + forgiven_s) * video.fps) + 1,
        )

    def _encoder(self, rung: Rung) -> dict[str, Any]:
        cuts = [0, *accumulate(self.plan.segment_frames(self.index)[:-1])]
        return {
            **FRAGMENTED,
            **NO_METADATA,
            "movflags": BY_KEYFRAME,
            "fps_mode": "passthrough",
            "frames:v": self.frame_count,
            "c:v": "libx264",
            "preset": "veryfast",
            "profile:v": "high",
            "level": rung.h264_level,
            "crf": rung.crf,
            "maxrate": rung.max_bitrate_bps,
            "bufsize": 2 * rung.max_bitrate_bps,
            "g": self.plan.gop_frames,
            "sc_threshold": 0,
            "force_key_frames": "expr:" + "+".join(f"eq(n,{cut})" for cut in cuts),
            "forced-idr": 1,
            "x264-params": "stitchable=1",
            "threads": self.threads,
        }

    def split(self, scratch: Path, rung: Rung) -> tuple[Segment, ...]:
        """Cut the encoder's file into segments and check them, frame by frame."""
        folder = scratch / rung.name
        folder.mkdir()
        expected = self.plan.segment_frames(self.index)
        cuts = set(accumulate(expected))
        first, _ = self.plan.chunk_frames(self.index)
        splitter = Splitter(
            scratch / f"{rung.name}.mp4",
            folder,
            name=lambda number: f"c{self.index}_{number}.m4s",
            starts_segment=lambda shown_s, frame: frame in cuts,
            first_shown_s=float(first / self.plan.fps),
        )
        segments = splitter.finish()
        init = splitter.init
        if splitter.frame_counts != expected:
            raise OutputRejected(f"{rung.name}: {splitter.frame_counts} frames, not {expected}")
        if init is None or (init.width_px, init.height_px) != (rung.width_px, rung.height_px):
            raise OutputRejected(f"{rung.name}: wrong picture size")
        return tuple(segments)
