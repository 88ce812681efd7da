"""Pictures out of a film: poster candidates and the storyboard shown while seeking.

Keyframes only, each reached by a seek: the cost depends on the number of pictures, not on the
length of the film. A short film with few keyframes is decoded once instead.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import fmean, pstdev
from typing import Any

import ffmpeg

from media.gateways.ffmpeg.commands import NO_METADATA, compile_command, open_source
from media.gateways.ffmpeg.facts import SourceFacts, VideoFacts
from media.gateways.ffmpeg.ladder import even
from media.gateways.ffmpeg.peaks import NAME as PEAKS_NAME
from media.gateways.ffmpeg.peaks import make_peaks
from media.gateways.ffmpeg.picture import ordinary, resized
from media.gateways.ffmpeg.runner import Finished, Limits, run
from media.gateways.ffmpeg.scratch import scratch_folder
from media.gateways.ffmpeg.tools import Tools

POSTER_COUNT = 10
POSTER_WIDTH_PX = 1280
TILE_SIDE_PX = 160
MAX_TILES = 100
MIN_TILE_SPACING_S = 2.0
COLUMNS = 10
# A film up to this length, with fewer keyframes than these, is decoded whole: it costs little.
DECODED_WHOLE_S, FEW_KEYFRAMES = 30, 5
SEEKS_AT_ONCE = 10
# Mean brightness (16 is black, 235 white) and contrast below which a picture says nothing.
DARK, FLAT = 28, 4.0
LIMITS = Limits(wall_s=300, cpu_s=240)
SHEET, TRACK = "story.jpg", "story.vtt"
JPEG = {"f": "image2", "c:v": "mjpeg", "pix_fmt": "yuvj420p", "flags": "+bitexact"}


@dataclass(frozen=True, slots=True)
class Still:
    """A poster candidate: its file and its moment in the film."""

    name: str
    time_s: float


@dataclass(frozen=True, slots=True)
class Stills:
    """What was made; empty where the source has no picture, or no sound."""

    posters: tuple[Still, ...]
    tile_count: int
    has_storyboard: bool
    has_peaks: bool
    cpu_s: float
    peak_rss_bytes: int

    def to_json(self) -> dict[str, Any]:
        """Return a plain dict that `json.dumps` accepts."""
        return asdict(self)


def make_stills(
    source: Path,
    facts: SourceFacts,
    out_dir: Path,
    tools: Tools,
    *,
    on_progress: Callable[[float], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Stills:
    """Write `poster-<1..10>.jpg`, `story.jpg`, `story.vtt` and `peaks.json` into `out_dir`.

    A source without picture gets the peaks alone, one without sound no peaks; a very short or
    very dark film fewer posters (one at least). `on_progress` receives seconds of the film.
    Raises the errors of `runner.run`.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    work = _Work(source, facts, tools, on_progress or (lambda done_s: None), should_stop)
    posters: tuple[Still, ...] = ()
    tile_count = 0
    if facts.video is not None:
        with scratch_folder(out_dir) as scratch:
            tiles = work.grab(facts.video, scratch)
            if tiles:
                posters = _publish_posters(tiles, scratch, out_dir)
                work.write_storyboard(facts.video, tiles, scratch, out_dir)
                tile_count = len(tiles)
    if facts.audio is not None:
        work.note(make_peaks(source, facts, out_dir, tools, should_stop=should_stop))
    return Stills(
        posters=posters,
        tile_count=tile_count,
        has_storyboard=tile_count > 0,
        has_peaks=(out_dir / PEAKS_NAME).exists(),
        cpu_s=sum(run.cpu_s for run in work.runs),
        peak_rss_bytes=max((run.peak_rss_bytes for run in work.runs), default=0),
    )


@dataclass(frozen=True, slots=True)
class _Tile:
    """One small picture of the film, as 8-bit 4:2:0, and the number of its large one."""

    number: int
    time_s: float
    data: bytes
    brightness: float
    contrast: float

    @property
    def says_nothing(self) -> bool:
        return self.brightness < DARK or self.contrast < FLAT


@dataclass(slots=True)
class _Work:
    source: Path
    facts: SourceFacts
    tools: Tools
    on_progress: Callable[[float], None]
    should_stop: Callable[[], bool] | None
    runs: list[Finished] = field(default_factory=list)

    def note(self, finished: Finished) -> None:
        self.runs.append(finished)

    def grab(self, video: VideoFacts, scratch: Path) -> list[_Tile]:
        """Decode the chosen moments into `frame-<n>.jpg`, and return their tiles."""
        times_s = tile_times(video, self.facts.duration_s)
        if len(times_s) < FEW_KEYFRAMES and self.facts.duration_s <= DECODED_WHOLE_S:
            return self._decode_whole(video, scratch)
        tiles: list[_Tile] = []
        for start in range(0, len(times_s), SEEKS_AT_ONCE):
            batch = list(enumerate(times_s))[start : start + SEEKS_AT_ONCE]
            outputs: list[Any] = []
            for number, time_s in batch:
                node = open_source(self.source, self.facts, seek_s=time_s, keyframes_only=True)
                frame = node[str(video.index)].filter("trim", end_frame=1)
                names = f"frame-{number}.jpg", f"tile-{number}.yuv"
                outputs += _pictures(frame, video, self.tools, *names, frame_count=1)
            self._run(outputs, scratch)
            for number, time_s in batch:
                tiles += _read_tiles(scratch / f"tile-{number}.yuv", video, number, [time_s])
            self.on_progress(batch[-1][1])
        return tiles

    def _decode_whole(self, video: VideoFacts, scratch: Path) -> list[_Tile]:
        count = max(1, min(2 * POSTER_COUNT, video.frame_count))
        rate = count / self.facts.duration_s
        frames = open_source(self.source, self.facts)[str(video.index)]
        frames = frames.filter("setpts", f"PTS-({self.facts.origin_s:.6f}/TB)")
        frames = frames.filter("fps", f"{rate:.6f}", start_time=0)
        names = "frame-%d.jpg", "tiles.yuv"
        self._run(_pictures(frames, video, self.tools, *names, frame_count=count), scratch)
        times_s = [number / rate for number in range(count)]
        return _read_tiles(scratch / "tiles.yuv", video, 0, times_s)

    def _run(self, outputs: list[Any], cwd: Path) -> None:
        command = compile_command(outputs, self.tools)
        self.note(run(command, limits=LIMITS, cwd=cwd, should_stop=self.should_stop))

    def write_storyboard(
        self, video: VideoFacts, tiles: Sequence[_Tile], scratch: Path, out_dir: Path
    ) -> None:
        """Put the tiles on one sheet, with the track that says which is when."""
        width_px, height_px = tile_size(video)
        (scratch / "sheet.yuv").write_bytes(b"".join(tile.data for tile in tiles))
        columns = min(COLUMNS, len(tiles))
        sheet = ffmpeg.input(
            "sheet.yuv",
            f="rawvideo",
            pix_fmt="yuv420p",
            video_size=(width_px, height_px),
            color_range="tv",
        ).filter("tile", f"{columns}x{-(-len(tiles) // columns)}")
        options = {**NO_METADATA, **JPEG, "frames:v": 1, "update": 1, "q:v": 5}
        self._run([ffmpeg.output(sheet, SHEET, **options)], scratch)
        (scratch / TRACK).write_text(
            storyboard_track([t.time_s for t in tiles], self.facts.duration_s, width_px, height_px)
        )
        for name in (SHEET, TRACK):
            (scratch / name).replace(out_dir / name)


def tile_times(video: VideoFacts, duration_s: float) -> list[float]:
    """Return the keyframes that become tiles: at most a hundred, two seconds apart or more."""
    spacing_s = max(MIN_TILE_SPACING_S, duration_s / MAX_TILES)
    times_s: list[float] = []
    for time_s in video.keyframes_s:
        if not times_s or time_s - times_s[-1] >= spacing_s - 0.01:
            times_s.append(time_s)
    return times_s[:MAX_TILES]


def tile_size(video: VideoFacts) -> tuple[int, int]:
    """Return the size of a tile: the long side is 160 pixels."""
    scale = TILE_SIDE_PX / max(video.width_px, video.height_px)
    return even(video.width_px * scale), even(video.height_px * scale)


def storyboard_track(
    times_s: Sequence[float], duration_s: float, width_px: int, height_px: int
) -> str:
    """Return the WebVTT track of the storyboard: one cue per tile, from 0 to the end."""
    columns = min(COLUMNS, len(times_s))
    edges_s = [0.0, *times_s[1:], max(duration_s, times_s[-1] + 0.001)]
    cues = []
    for number, (start_s, end_s) in enumerate(pairwise(edges_s)):
        left_px, top_px = number % columns * width_px, number // columns * height_px
        place = f"{SHEET}#xywh={left_px},{top_px},{width_px},{height_px}"
        cues.append(f"{_timestamp(start_s)} --> {_timestamp(end_s)}\n{place}\n")
    return "WEBVTT\n\n" + "\n".join(cues)


def _timestamp(time_s: float) -> str:
    minutes, milliseconds = divmod(round(time_s * 1000), 60_000)
    seconds, milliseconds = divmod(milliseconds, 1000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{milliseconds:03}"


def _pictures(
    frame: Any, video: VideoFacts, tools: Tools, large: str, small: str, *, frame_count: int
) -> list[Any]:
    """Return two outputs of a picture: a JPEG to look at, and a raw tile."""
    scale = min(1.0, POSTER_WIDTH_PX / video.width_px)
    size = even(video.width_px * scale), even(video.height_px * scale)
    both = ordinary(frame, video, tools, *size).filter_multi_output("split")
    still = {**NO_METADATA, "frames:v": frame_count, "fps_mode": "passthrough"}
    jpeg = {**still, **JPEG, "start_number": 0, "q:v": 4}
    if "%" not in large:
        jpeg["update"] = 1
    tile = resized(both[1], *tile_size(video))
    return [
        ffmpeg.output(both[0], large, **jpeg),
        ffmpeg.output(tile, small, f="rawvideo", pix_fmt="yuv420p", **still),
    ]


def _read_tiles(
    path: Path, video: VideoFacts, first_number: int, times_s: Sequence[float]
) -> list[_Tile]:
    """Return the tiles found in a raw file; a moment that did not decode has none."""
    data = path.read_bytes() if path.exists() else b""
    width_px, height_px = tile_size(video)
    size_bytes = width_px * height_px * 3 // 2
    tiles = []
    for number, time_s in enumerate(times_s):
        tile = data[number * size_bytes : (number + 1) * size_bytes]
        if len(tile) == size_bytes:
            luma = tile[: width_px * height_px]
            brightness, contrast = fmean(luma), pstdev(luma)
            tiles.append(_Tile(first_number + number, time_s, tile, brightness, contrast))
    return tiles


def _publish_posters(tiles: Sequence[_Tile], scratch: Path, out_dir: Path) -> tuple[Still, ...]:
    """Keep ten pictures spread over the film, the most contrasted of each tenth."""
    candidates = [tile for tile in tiles if not tile.says_nothing] or list(tiles)
    count = min(POSTER_COUNT, len(candidates))
    posters = []
    for number in range(count):
        start, end = (edge * len(candidates) // count for edge in (number, number + 1))
        best = max(candidates[start:end], key=lambda tile: tile.contrast)
        name = f"poster-{number + 1}.jpg"
        (scratch / f"frame-{best.number}.jpg").replace(out_dir / name)
        posters.append(Still(name, round(best.time_s, 3)))
    return tuple(posters)
