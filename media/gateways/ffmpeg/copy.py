"""Publish an H.264 source as it is: the quickest way to something that plays."""

from collections.abc import Callable
from pathlib import Path

import ffmpeg

from media.errors import OutputRejected
from media.gateways.ffmpeg.chunk import ChunkResult
from media.gateways.ffmpeg.commands import (
    BY_KEYFRAME,
    FRAGMENTED,
    NO_METADATA,
    compile_command,
    open_source,
)
from media.gateways.ffmpeg.packet_list import SLOWEST_READ_BYTES_PER_S
from media.gateways.ffmpeg.plan import Plan
from media.gateways.ffmpeg.runner import GIB, Limits, run
from media.gateways.ffmpeg.scratch import scratch_folder
from media.gateways.ffmpeg.segments import Segment, Splitter
from media.gateways.ffmpeg.splitting import run_and_split
from media.gateways.ffmpeg.tools import Tools

COPIED_NAME = "copy.mp4"
# Times are rounded by the clock of each container.
CLOCK_ERROR_S = 0.002


def copy_rung(
    source: Path,
    plan: Plan,
    out_dir: Path,
    tools: Tools,
    *,
    on_progress: Callable[[float], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    on_segments: Callable[[list[Segment]], None] | None = None,
) -> ChunkResult:
    """Cut the source's own picture into `out_dir/<plan.copy_name>/init.mp4` and `s_<k>.m4s`.

    `on_segments` receives all segments written so far, whenever there are more: a growing
    manifest can list them before the end. Only for plans with `copies_source`.

    Raises OutputRejected when frames are missing, and the errors of `runner.run`.
    """
    video = plan.video
    node = open_source(source, plan.facts)[str(video.index)]
    options = {**FRAGMENTED, **NO_METADATA, "c": "copy", "movflags": BY_KEYFRAME}
    with scratch_folder(out_dir) as scratch:
        splitter = _splitter(plan, scratch, out_dir / plan.copy_name)
        finished, segments = run_and_split(
            compile_command([ffmpeg.output(node, COPIED_NAME, **options)], tools),
            splitter,
            limits=copy_limits(source),
            cwd=scratch,
            on_progress=on_progress,
            should_stop=should_stop,
            on_segments=on_segments,
        )
    frame_count = sum(splitter.frame_counts)
    if frame_count != video.frame_count or len(segments) != len(plan.copy_cuts_s):
        raise OutputRejected(f"copied {frame_count} frames of {video.frame_count}")
    made = {plan.copy_name: segments}
    return ChunkResult(0, made, finished.cpu_s, finished.peak_rss_bytes)


def _splitter(plan: Plan, scratch: Path, folder: Path) -> Splitter:
    coming = iter(plan.copy_cuts_s[1:])
    next_cut_s = next(coming, None)

    def starts_segment(shown_s: float, frame: int) -> bool:
        nonlocal next_cut_s
        is_cut = next_cut_s is not None and shown_s > next_cut_s - CLOCK_ERROR_S
        if is_cut:
            next_cut_s = next(coming, None)
        return is_cut

    folder.mkdir(parents=True, exist_ok=True)
    return Splitter(
        scratch / COPIED_NAME,
        folder,
        name=lambda number: f"s_{number}.m4s",
        starts_segment=starts_segment,
        first_shown_s=plan.video.start_s,
    )


def copy_mp4(
    source: Path,
    plan: Plan,
    target: Path,
    tools: Tools,
    *,
    on_progress: Callable[[float], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Path:
    """Write the source's own picture and sound as one progressive MP4 at `target`.

    Sound that is not AAC is encoded. Only for plans with `copies_source`. Raises the errors
    of `runner.run`; the file appears whole or not at all.
    """
    facts = plan.facts
    node = open_source(source, facts)
    streams = [node[str(plan.video.index)]]
    options = {**NO_METADATA, "f": "mp4", "movflags": "+faststart", "c": "copy"}
    if facts.audio is not None:
        streams.append(node[str(facts.audio.index)])
        if facts.audio.codec != "aac":
            options |= {"c:a": "aac", "b:a": "128k", "ac": 2}
    options["output_ts_offset"] = f"{-facts.origin_s:.6f}"
    with scratch_folder(target.parent) as scratch:
        command = compile_command([ffmpeg.output(*streams, COPIED_NAME, **options)], tools)
        run(
            command,
            limits=copy_limits(source),
            cwd=scratch,
            on_progress=on_progress,
            should_stop=should_stop,
        )
        (scratch / COPIED_NAME).replace(target)
    return target


def copy_limits(source: Path) -> Limits:
    """Return limits for reading and writing a whole file: they grow with its size."""
    size_bytes = source.stat().st_size
    copying_s = 2 * size_bytes // SLOWEST_READ_BYTES_PER_S
    return Limits(
        wall_s=120 + 2 * copying_s,
        cpu_s=120 + copying_s,
        memory_bytes=2 * GIB,
        file_bytes=2 * size_bytes + GIB,
    )
