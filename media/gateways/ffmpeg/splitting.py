"""Run ffmpeg and cut what it writes into segments meanwhile, so that a film can grow."""

from collections.abc import Callable
from pathlib import Path

from media.gateways.ffmpeg.runner import Finished, Limits, run
from media.gateways.ffmpeg.segments import Segment, Splitter


def run_and_split(
    command: list[str],
    splitter: Splitter,
    *,
    limits: Limits,
    cwd: Path,
    on_progress: Callable[[float], None] | None,
    should_stop: Callable[[], bool] | None,
    on_segments: Callable[[list[Segment]], None] | None,
) -> tuple[Finished, tuple[Segment, ...]]:
    """Run `command`, which writes the file that `splitter` reads; return all segments.

    `on_segments` receives all segments written so far, whenever there are more. Raises the
    errors of `runner.run` and of `Splitter`.
    """

    def beat(done_s: float) -> None:
        if splitter.advance() and on_segments is not None:
            on_segments(list(splitter.segments))
        if on_progress is not None:
            on_progress(done_s)

    finished = run(command, limits=limits, cwd=cwd, on_progress=beat, should_stop=should_stop)
    return finished, tuple(splitter.finish())
