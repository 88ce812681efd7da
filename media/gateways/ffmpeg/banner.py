"""The same facts from ffmpeg alone, where a machine has no ffprobe."""
from pathlib import Path
from media.gateways.ffmpeg.header import Header
from media.gateways.ffmpeg.packets import Track


def read_banner(source: Path, demuxer: str, ffmpeg: str) -> Header: ...
def list_packets_with_ffmpeg(source: Path, demuxer: str, ffmpeg: str, indexes: list[int]) -> tuple[dict[int, Track], bool]: ...
