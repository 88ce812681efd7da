"""List every packet of a file with ffprobe, without keeping the list as text."""

from collections.abc import Callable
from pathlib import Path

from media.errors import SourceTooHeavy
from media.gateways.ffmpeg.packets import Track
from media.gateways.ffmpeg.runner import Limits, run
from media.gateways.ffmpeg.source_input import address, as_arguments, hardened

# Twelve hours at 60 frames a second with sound make five million.
MAX_PACKETS = 8_000_000
SLOWEST_READ_BYTES_PER_S = 20 * 1024**2
ENTRIES = "packet=stream_index,pts_time,dts_time,duration_time,size,flags"


class Lines:
    """Cut a byte stream into lines and hand each to a reader, at most MAX_PACKETS of them."""

    def __init__(self, read: Callable[[str], None]) -> None:
        self._read = read
        self._rest = b""
        self._count = 0

    def feed(self, data: bytes) -> None:
        """Take the next block of output. Raises SourceTooHeavy past the last allowed line."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        self._count += len(lines)
        if self._count > MAX_PACKETS:
            raise SourceTooHeavy(f"more than {MAX_PACKETS} packets")
        for line in lines:
            self._read(line.decode("ascii", "replace"))


def listing_limits(source: Path) -> Limits:
    """Return limits for reading a whole file once: they grow with its size."""
    reading_s = source.stat().st_size // SLOWEST_READ_BYTES_PER_S
    return Limits(wall_s=60 + 2 * reading_s, cpu_s=30 + reading_s, memory_bytes=1024**3)


def list_packets(
    source: Path, demuxer: str, ffprobe: str, indexes: list[int]
) -> tuple[dict[int, Track], bool]:
    """Return the packets of the streams `indexes`, and whether the file ends too early.

    Streams without any packet are left out. Raises the errors of `runner.run`.
    """
    tracks = {index: Track() for index in indexes}

    def read(line: str) -> None:
        fields = line.split(",")
        if len(fields) < 6 or not fields[0].isdigit() or int(fields[0]) not in tracks:
            return
        index, pts, dts, duration, size, flags = fields[:6]
        time = pts if pts != "N/A" else dts
        if time == "N/A":
            return
        tracks[int(index)].add(
            float(time),
            0.0 if duration == "N/A" else float(duration),
            int(size),
            is_key="K" in flags,
            is_hidden="D" in flags,
        )

    command = [ffprobe, "-hide_banner", "-v", "error", "-threads", "1"]
    command += as_arguments(hardened(demuxer))
    command += ["-show_entries", ENTRIES, "-of", "csv=p=0", address(source)]
    limits = listing_limits(source)
    finished = run(command, limits=limits, cwd=source.parent, on_stdout=Lines(read).feed)
    return closed(tracks), "partial file" in finished.log_tail


def closed(tracks: dict[int, Track]) -> dict[int, Track]:
    """Return the tracks that hold something to show, put in order."""
    kept = {index: track for index, track in tracks.items() if track.times_s}
    for track in kept.values():
        track.close()
    return kept
