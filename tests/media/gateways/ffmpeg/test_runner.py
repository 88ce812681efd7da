"""The runner keeps its promises whatever the command does."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from media.errors import (
    DiskFull,
    EncoderFailed,
    EncoderMissing,
    EncoderOutOfMemory,
    EncoderTimedOut,
    Stopped,
)
from media.gateways.ffmpeg.runner import GIB, Limits, run

QUICK = Limits(wall_s=20, cpu_s=20)


def python(code: str) -> list[str]:
    return [sys.executable, "-I", "-c", code]


def is_alive(process_id: int) -> bool:
    """Tell whether a process still runs; a zombie that waits for its parent does not."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until_gone(process_id: int, timeout_s: float = 5) -> bool:
    try:
        watched = os.pidfd_open(process_id)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], timeout_s)[0])
    finally:
        os.close(watched)


def test_returns_output_log_and_cost(tmp_path):
    code = "import sys; print('out'); print('log', file=sys.stderr); sum(range(3_000_000))"
    finished = run(python(code), limits=QUICK, cwd=tmp_path)
    assert finished.stdout == b"out\n"
    assert finished.log_tail == "log\n"
    assert 0 < finished.cpu_s < 10
    assert finished.peak_rss_bytes > 1_000_000


def test_a_flood_on_both_pipes_neither_blocks_nor_fills_memory(tmp_path):
    code = (
        "import sys\n"
        "for _ in range(20_000): sys.stderr.write('x' * 999 + '\\n')\n"
        "sys.stdout.write('y' * 4_000_000)"
    )
    finished = run(python(code), limits=QUICK, cwd=tmp_path)
    assert len(finished.stdout) == 4_000_000
    assert 1000 < len(finished.log_tail) <= 65_536


def test_too_long_an_output_is_refused(tmp_path):
    limits = Limits(wall_s=20, cpu_s=20, stdout_bytes=1000)
    with pytest.raises(EncoderFailed):
        run(python("print('y' * 100_000)"), limits=limits, cwd=tmp_path)


def test_standard_input_is_closed_and_the_environment_empty(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "do-not-leak")
    code = "import os, sys; print(sys.stdin.read() == '', sorted(os.environ))"
    said = run(python(code), limits=QUICK, cwd=tmp_path).stdout.decode()
    assert said.startswith("True")
    assert "SECRET_KEY" not in said
    assert "HOME" not in said


def test_the_end_of_the_log_tells_why_it_failed(tmp_path):
    with pytest.raises(EncoderFailed) as caught:
        run(python("raise SystemExit('no such codec')"), limits=QUICK, cwd=tmp_path)
    assert "no such codec" in caught.value.detail
    assert "exit code 1" in caught.value.detail


def test_the_deadline_kills_the_whole_group(tmp_path):
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "open('child', 'w').write(str(child.pid))\n"
        "time.sleep(60)"
    )
    started = time.monotonic()
    with pytest.raises(EncoderTimedOut):
        run(python(code), limits=Limits(wall_s=2, cpu_s=20), cwd=tmp_path)
    assert time.monotonic() - started < 10
    assert wait_until_gone(int((tmp_path / "child").read_text()))


def test_a_child_left_behind_dies_when_the_command_ends(tmp_path):
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid)"
    )
    finished = run(python(code), limits=QUICK, cwd=tmp_path)
    assert wait_until_gone(int(finished.stdout))


def test_memory_is_limited(tmp_path):
    code = "data = bytearray(2 * 1024**3)"
    with pytest.raises((EncoderOutOfMemory, EncoderFailed)) as caught:
        run(python(code), limits=Limits(20, 20, memory_bytes=GIB // 2), cwd=tmp_path)
    assert "MemoryError" in caught.value.detail


def test_processor_time_is_limited(tmp_path):
    with pytest.raises(EncoderTimedOut):
        run(python("while True: pass"), limits=Limits(wall_s=30, cpu_s=1), cwd=tmp_path)


def test_file_size_is_limited(tmp_path):
    code = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n"
    code += "open('big', 'wb').write(bytes(2_000_000))"
    with pytest.raises(DiskFull):
        run(python(code), limits=Limits(20, 20, file_bytes=1_000_000), cwd=tmp_path)
    assert (tmp_path / "big").stat().st_size <= 1_000_000


def test_runs_at_a_low_priority_without_core_files(tmp_path):
    code = "import os, resource; print(os.nice(0), resource.getrlimit(resource.RLIMIT_CORE))"
    nice, _, limits = run(python(code), limits=QUICK, cwd=tmp_path).stdout.decode().partition(" ")
    assert int(nice) >= 10
    assert limits.strip() == "(0, 0)"


def test_progress_is_reported_and_beats_without_news(tmp_path):
    code = (
        "import sys, time\n"
        "print('out_time_us=N/A', flush=True); time.sleep(1.3)\n"
        "print('out_time_us=2500000', flush=True); time.sleep(1.3)"
    )
    heard: list[float] = []
    command = [*python(code), "pipe:1"]
    finished = run(command, limits=QUICK, cwd=tmp_path, on_progress=heard.append)
    assert len(heard) >= 3
    assert heard[0] == 0.0
    assert heard[-1] == 2.5
    assert finished.stdout == b""


def test_stops_when_asked(tmp_path):
    started = time.monotonic()
    with pytest.raises(Stopped):
        run(
            python("import time; time.sleep(60)"),
            limits=Limits(wall_s=60, cpu_s=20),
            cwd=tmp_path,
            should_stop=lambda: time.monotonic() - started > 0.5,
        )
    assert time.monotonic() - started < 10


def test_a_failing_listener_leaves_nothing_running(tmp_path):
    def fail(done_s: float) -> None:
        raise RuntimeError("lease lost")

    code = "import os, time; open('own', 'w').write(str(os.getpid())); time.sleep(60)"
    with pytest.raises(RuntimeError, match="lease lost"):
        run(python(code), limits=Limits(60, 20), cwd=tmp_path, on_progress=fail)
    assert not is_alive(int((tmp_path / "own").read_text()))


def test_a_program_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(EncoderMissing):
        run(["/nowhere/ffmpeg"], limits=QUICK, cwd=tmp_path)


def test_dies_with_its_worker(tmp_path):
    """A worker killed without warning takes its encoder along."""
    worker = (
        "import sys; from pathlib import Path\n"
        "from media.gateways.ffmpeg.runner import Limits, run\n"
        "code = \"import os, time; print(os.getpid()); open('own', 'w').write(str(os.getpid()));"
        ' time.sleep(60)"\n'
        "run([sys.executable, '-c', code], limits=Limits(60, 20), cwd=Path(sys.argv[1]),\n"
        "    on_progress=lambda done_s: print('beat', flush=True))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", worker, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[4],
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"beat\n"
        encoder = int((tmp_path / "own").read_text())
        assert is_alive(encoder)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    assert wait_until_gone(encoder)
