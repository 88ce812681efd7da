"""One ffmpeg per publish session: a stream on its standard input, fragmented MP4 on sockets.

It gets the same cage as the encoder of films (media/gateways/ffmpeg/launch.py): limits, a process
group of its own, no network, and it dies with us.
"""

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from tempfile import gettempdir
from typing import Any

import ffmpeg
from django.conf import settings

from media.gateways.ffmpeg.commands import BY_KEYFRAME, NO_METADATA, compile_command
from media.gateways.ffmpeg.runner import ENVIRONMENT, GIB, LAUNCHER
from media.gateways.ffmpeg.tools import Tools, find_tools

SOURCE = "source"
# Shows its short side; never larger than the sender's.
RUNGS = {"480p": (480, 1400), "360p": (360, 800)}
PART_US = 333_333
# Everything begins at this second, so that no decode time is negative.
OFFSET_S = 1
# Picture and sound are looked at for so long before a track counts as missing.
LOOK_US = 1_500_000
LONGEST_CPU_S = 24 * 3600
DECODERS = "h264,vp8,libvpx,vp9,libvpx-vp9,aac,opus,libopus,vorbis"
TRANSPORT_STREAM = "mpegts"
DEMUXERS = "flv,live_flv,matroska,webm,mov,mpegts"
MAX_PIXELS = 4096 * 2304
TAIL_BYTES = 4096
READ_BYTES = 65_536
PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """What comes in, and what to make of it. `rungs` are encoded beside the sender's quality."""

    demuxer: str = "flv"
    copies_picture: bool = True
    copies_sound: bool = True
    rungs: tuple[str, ...] = ()


class ChildGone(Exception):
    """The ffmpeg of this session no longer reads."""


@cache
def tools() -> Tools:
    """Return this machine's ffmpeg; looked for once per process. Raises EncoderMissing."""
    return find_tools(settings.FFMPEG_BINARY, settings.FFPROBE_BINARY)


def command(recipe: Recipe, outputs: dict[str, int], found: Tools) -> list[str]:
    """Return the arguments; `outputs` names the file descriptor of each rung."""
    source = ffmpeg.input(
        "pipe:0",
        f=recipe.demuxer,
        protocol_whitelist="pipe",
        format_whitelist=DEMUXERS,
        codec_whitelist=DECODERS,
        max_streams=4,
        max_pixels=MAX_PIXELS,
        threads=1,
        analyzeduration=LOOK_US,
    )
    nodes = [
        ffmpeg.output(source["v:0"], source["a:0?"], f"pipe:{outputs[rung]}", **options)
        for rung, options in _outputs(recipe).items()
    ]
    return compile_command(nodes, found, has_progress=False)


def _outputs(recipe: Recipe) -> dict[str, dict[str, Any]]:
    shared = {
        **NO_METADATA,
        "f": "mp4",
        "movflags": f"{BY_KEYFRAME}+frag_discont",
        "use_editlist": 0,
        # ffmpeg would move each output to its own zero: rungs must agree on the time.
        "avoid_negative_ts": "disabled",
        "frag_duration": PART_US,
        "output_ts_offset": OFFSET_S,
        "flush_packets": 1,
        # A silent microphone must not hold the picture back for ten seconds.
        "max_interleave_delta": 500_000,
    }
    if recipe.demuxer == TRANSPORT_STREAM:
        # Its clock begins anywhere; what its sound is, stands in the first packet only.
        shared |= {"movflags": f"{BY_KEYFRAME}+frag_discont+delay_moov", "start_at_zero": None}
    sound = {"c:a": "copy"} if recipe.copies_sound else {"c:a": "aac", "b:a": "128k", "ac": 2}
    if recipe.demuxer == TRANSPORT_STREAM and recipe.copies_sound:
        sound["bsf:a"] = "aac_adtstoasc"
    picture = {"c:v": "copy"} if recipe.copies_picture else _encoded(1080, 4000, keys_s=1)
    outputs = {SOURCE: {**shared, **sound, **picture}}
    for rung in recipe.rungs:
        outputs[rung] = {**shared, **sound, **_encoded(*RUNGS[rung])}
    return outputs


def _encoded(side_px: int, kbps: int, keys_s: int | None = None) -> dict[str, Any]:
    """Return the options of an encoded picture, with keyframes where the source has them."""
    fit = f"trunc(min({side_px},{{}})/2)*2"
    scale = f"w='if(gte(iw,ih),-2,{fit.format('iw')})':h='if(gte(iw,ih),{fit.format('ih')},-2)'"
    return {
        "c:v": "libx264",
        "preset": "veryfast",
        "crf": 23,
        "maxrate": f"{kbps}k",
        "bufsize": f"{2 * kbps}k",
        "pix_fmt": "yuv420p",
        "vf": f"scale={scale}:flags=bicubic",
        "bf": 0,
        "rc-lookahead": 5,
        "sc_threshold": 0,
        "g": 600,
        "force_key_frames": f"expr:gte(t,n_forced*{keys_s})" if keys_s else "source",
        "fps_mode": "passthrough",
        "threads": 1,
    }


class Child:
    """A running ffmpeg: `write` to it, read `pipes`, `end` it."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        pipes: dict[str, asyncio.StreamReader],
        ends: list[asyncio.StreamWriter],
    ) -> None:
        self.pipes = pipes
        self._process = process
        self._ends = ends
        self._tail = bytearray()
        self._log = asyncio.create_task(self._listen())

    async def write(self, data: bytes) -> None:
        """Hand `data` over; returns when there is room for more. Raises ChildGone."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(data)
            await self._process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise ChildGone from error

    def end_input(self) -> None:
        """Say that nothing more comes; ffmpeg then writes what it still holds, and ends."""
        assert self._process.stdin is not None
        self._process.stdin.close()

    async def end(self) -> str:
        """Wait a moment for its end, then kill the whole group; return its last words."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                await self._process.wait()
        self.kill()
        await self._process.wait()
        await self._log
        for end in self._ends:
            end.close()
        return self._tail.decode("utf-8", "replace")

    def kill(self) -> None:
        """Kill the group, at once."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    async def _listen(self) -> None:
        assert self._process.stderr is not None
        while data := await self._process.stderr.read(READ_BYTES):
            self._tail += data
            del self._tail[:-TAIL_BYTES]


async def start(recipe: Recipe) -> Child:
    """Start an ffmpeg for `recipe`. Raises EncoderMissing."""
    found = await asyncio.to_thread(tools)
    # Not pipes: uvloop closes their number, then the file, which may be another's by then.
    pairs = {rung: socket.socketpair() for rung in _outputs(recipe)}
    outputs = {rung: theirs.fileno() for rung, (_, theirs) in pairs.items()}
    # Written are pipes only. A film that is being encoded gives way.
    limits = (3 * GIB, LONGEST_CPU_S, 0, 0, os.getpid())
    launcher = [sys.executable, "-I", "-S", str(LAUNCHER), *map(str, limits)]
    try:
        process = await asyncio.create_subprocess_exec(
            *launcher,
            *command(recipe, outputs, found),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            pass_fds=tuple(outputs.values()),
            cwd=gettempdir(),
            env=ENVIRONMENT,
            start_new_session=True,
        )
    finally:
        for _, theirs in pairs.values():
            theirs.close()
    pipes, ends = {}, []
    for rung, (ours, _) in pairs.items():
        pipes[rung], end = await asyncio.open_connection(sock=ours, limit=READ_BYTES)
        ends.append(end)
    return Child(process, pipes, ends)
