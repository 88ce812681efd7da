"""Where ffmpeg and ffprobe are on this machine, and what this ffmpeg can do."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

import imageio_ffmpeg

from media.errors import EncoderMissing, MediaError
from media.gateways.ffmpeg.runner import Limits, run

LIMITS = Limits(wall_s=20, cpu_s=10)


@dataclass(frozen=True, slots=True)
class Tools:
    """Absolute names of the programs; `ffprobe` is None where only ffmpeg is present.

    `has_zscale` tells whether HDR films get a proper conversion (see picture.py).
    """

    ffmpeg: str
    ffprobe: str | None
    version: str
    has_zscale: bool


def find_tools(ffmpeg: str = "", ffprobe: str = "") -> Tools:
    """Find the programs: the given setting, then PATH, then the wheel of imageio-ffmpeg.

    Costs two short runs of ffmpeg: call it once per process. Raises EncoderMissing when there
    is no ffmpeg, or when the one that was set does not run.
    """
    found = _which(ffmpeg or "ffmpeg") or ("" if ffmpeg else _from_wheel())
    if not found:
        raise EncoderMissing(f"looked for {ffmpeg or 'ffmpeg'}")
    here = Path(gettempdir())
    try:
        version = run([found, "-version"], limits=LIMITS, cwd=here).stdout.decode()
        filters = run([found, "-hide_banner", "-filters"], limits=LIMITS, cwd=here).stdout
    except MediaError as error:
        raise EncoderMissing(error.detail) from error
    return Tools(
        ffmpeg=found,
        ffprobe=_which(ffprobe or "ffprobe"),
        version=version.split()[2],
        has_zscale=b" zscale " in filters and b" tonemap " in filters,
    )


def _which(name: str) -> str | None:
    found = shutil.which(name)
    return str(Path(found).absolute()) if found else None


def _from_wheel() -> str:
    try:
        return str(Path(imageio_ffmpeg.get_ffmpeg_exe()).absolute())
    except RuntimeError:
        return ""
