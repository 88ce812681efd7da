"""Run one ffmpeg or ffprobe with hard limits, and leave nothing of it behind.

The command gets its own session and process group, no standard input, an almost empty
environment, limits on time, processor, memory and file size (see launch.py), and dies with
the worker. Whatever happens here, the whole group is killed before `run` returns.
"""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from media.errors import (
    DiskFull,
    EncoderFailed,
    EncoderMissing,
    EncoderOutOfMemory,
    EncoderTimedOut,
    Stopped,
)

GIB = 1024**3
HEARTBEAT_S = 1.0
# The site comes first, and what is live before films.
NICENESS = 10
LOG_TAIL_BYTES = 65_536
READ_BYTES = 65_536
LAUNCHER = Path(__file__).with_name("launch.py")
# glibc reserves 64 MB of address space per arena, which RLIMIT_AS counts.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "MALLOC_ARENA_MAX": "2"}
OUT_OF_MEMORY_SIGNS = ("Cannot allocate memory", "Error allocating", "bad_alloc", "malloc of size")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a command may use: wall-clock and processor seconds, and bytes."""

    wall_s: float
    cpu_s: int
    memory_bytes: int = 3 * GIB
    file_bytes: int = 16 * GIB
    stdout_bytes: int = 8 * 1024**2


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that ended well.

    `peak_rss_bytes` is never less than the resident size of the calling process: the kernel
    counts the moment between fork and exec.
    """

    stdout: bytes
    log_tail: str
    cpu_s: float
    peak_rss_bytes: int


@dataclass(slots=True)
class _Pipes:
    """What the command has said so far, within bounds."""

    limits: Limits
    on_stdout: Callable[[bytes], None] | None
    is_progress: bool
    frame_s: float
    stdout: bytearray = field(default_factory=bytearray)
    log: bytearray = field(default_factory=bytearray)
    done_s: float = 0.0
    is_too_long: bool = False

    def take_log(self, data: bytes) -> None:
        self.log += data
        del self.log[:-LOG_TAIL_BYTES]

    def take_stdout(self, data: bytes) -> None:
        if self.on_stdout is not None:
            self.on_stdout(data)
            return
        self.stdout += data
        if self.is_progress:
            self._read_progress()
        self.is_too_long = len(self.stdout) > self.limits.stdout_bytes

    def _read_progress(self) -> None:
        *lines, rest = bytes(self.stdout).split(b"\n")
        self.stdout[:] = rest
        for line in lines:
            key, _, value = line.partition(b"=")
            if value.isdigit() and key == (b"frame" if self.frame_s else b"out_time_us"):
                self.done_s = max(self.done_s, int(value) * (self.frame_s or 1e-6))


def run(
    command: list[str],
    *,
    limits: Limits,
    cwd: Path,
    on_progress: Callable[[float], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    on_stdout: Callable[[bytes], None] | None = None,
    frame_s: float = 0.0,
) -> Finished:
    """Run `command` to its end within `limits`, in the directory `cwd`.

    With `-progress pipe:1` in the command, standard output is read as progress and
    `on_progress` receives the seconds of output written so far; it is called about once a
    second in any case, as a heartbeat. Where frames are encoded give `frame_s`, the length of
    one, to count them: with `-copyts` ffmpeg counts time from its own first report only.
    `on_stdout` takes the raw output block by block, for outputs too long to keep.

    Raises Stopped when `should_stop` answers yes, EncoderTimedOut, EncoderOutOfMemory,
    DiskFull or EncoderMissing for what the machine could not give, and EncoderFailed (with the
    end of the log as detail) for any other exit code than 0.
    """
    pipes = _Pipes(limits, on_stdout, "pipe:1" in command, frame_s)
    process = _start(command, limits, cwd)
    exit_code, usage = -signal.SIGKILL, None
    try:
        _watch(process, pipes, on_progress or (lambda done_s: None), should_stop)
    finally:
        _kill_group(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        exit_code = process.returncode = os.waitstatus_to_exitcode(status)
        for pipe in (process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()
    log_tail = pipes.log.decode("utf-8", "replace")
    if exit_code != 0:
        raise _failure(exit_code, log_tail)
    return Finished(
        stdout=b"" if pipes.is_progress else bytes(pipes.stdout),
        log_tail=log_tail,
        cpu_s=usage.ru_utime + usage.ru_stime,
        peak_rss_bytes=usage.ru_maxrss * 1024,
    )


def _start(command: list[str], limits: Limits, cwd: Path) -> subprocess.Popen[bytes]:
    numbers = (limits.memory_bytes, limits.cpu_s, limits.file_bytes, NICENESS, os.getpid())
    launcher = [sys.executable, "-I", "-S", str(LAUNCHER), *map(str, numbers)]
    return subprocess.Popen(  # noqa: S603 - an argument list of ours, no shell
        [*launcher, *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cwd,
        env=ENVIRONMENT,
        start_new_session=True,
        bufsize=0,
    )


def _watch(
    process: subprocess.Popen[bytes],
    pipes: _Pipes,
    on_progress: Callable[[float], None],
    should_stop: Callable[[], bool] | None,
) -> None:
    """Drain both pipes until the command has ended, with a heartbeat and a deadline."""
    assert process.stdout is not None
    assert process.stderr is not None
    takers = {process.stdout.fileno(): pipes.take_stdout, process.stderr.fileno(): pipes.take_log}
    deadline = time.monotonic() + pipes.limits.wall_s
    next_beat = time.monotonic() + HEARTBEAT_S
    ended = os.pidfd_open(process.pid)
    try:
        with selectors.DefaultSelector() as selector:
            for descriptor in (*takers, ended):
                os.set_blocking(descriptor, False)
                selector.register(descriptor, selectors.EVENT_READ)
            while True:
                ready = [key.fd for key, _ in selector.select(timeout=HEARTBEAT_S)]
                for descriptor in ready:
                    if descriptor in takers and not _drain(descriptor, takers[descriptor]):
                        selector.unregister(descriptor)
                now = time.monotonic()
                if pipes.is_too_long:
                    raise EncoderFailed("standard output is longer than allowed")
                if should_stop is not None and should_stop():
                    raise Stopped
                if now > deadline:
                    raise EncoderTimedOut(f"more than {pipes.limits.wall_s:.0f} s")
                if now >= next_beat or ended in ready:
                    next_beat = now + HEARTBEAT_S
                    on_progress(pipes.done_s)
                if ended in ready:
                    break
        # A descendant could hold the pipes open; the last words are read once it is dead.
        _kill_group(process.pid)
        for descriptor, take in takers.items():
            while _drain(descriptor, take, is_last=True):
                pass
    finally:
        os.close(ended)


def _drain(descriptor: int, take: Callable[[bytes], None], *, is_last: bool = False) -> bool:
    """Read one block; False when there is nothing more to come."""
    try:
        data = os.read(descriptor, READ_BYTES)
    except BlockingIOError:
        return not is_last
    if data:
        take(data)
    return bool(data)


def _kill_group(group_id: int) -> None:
    # Called before the leader is reaped, so the number cannot have been given to others.
    with suppress(ProcessLookupError):
        os.killpg(group_id, signal.SIGKILL)


def _failure(exit_code: int, log_tail: str) -> Exception:
    detail = f"exit code {exit_code}\n{log_tail}"
    if exit_code == -signal.SIGXCPU:
        return EncoderTimedOut(detail)
    if exit_code == -signal.SIGKILL or any(sign in log_tail for sign in OUT_OF_MEMORY_SIGNS):
        return EncoderOutOfMemory(detail)
    if exit_code == -signal.SIGXFSZ or "No space left on device" in log_tail:
        return DiskFull(detail)
    if "launch.py" in log_tail and "FileNotFoundError" in log_tail:
        return EncoderMissing(detail)
    return EncoderFailed(detail)
