"""Real ffmpegs for the tests: the machine's own, and the one of imageio-ffmpeg's wheel."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
import pytest

from media.gateways.ffmpeg.tools import Tools, find_tools
from tests.media import clips

WHEEL = imageio_ffmpeg.get_ffmpeg_exe()
NOWHERE = "/nowhere/ffprobe"
PROBE_SCRIPT = """
import json, resource, sys
from pathlib import Path
from media.errors import MediaError
from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.tools import Tools

tools = Tools(**json.loads(sys.argv[2]))
error = ""
try:
    probe(Path(sys.argv[1]), tools)
except MediaError as caught:
    error = type(caught).__name__
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
own = resource.getrusage(resource.RUSAGE_SELF)
peak = max(usage.ru_maxrss, own.ru_maxrss) * 1024
cpu_s = usage.ru_utime + usage.ru_stime
print(json.dumps({"error": error, "cpu_s": cpu_s, "peak_rss_bytes": peak}))
"""


@dataclass(frozen=True)
class Cost:
    """What a probe in a process of its own ended with, and what its children used."""

    error: str
    cpu_s: float
    peak_rss_bytes: int


@pytest.fixture(scope="session")
def system_tools() -> Tools:
    """What `find_tools()` finds first on this machine."""
    return clips.tools()


@pytest.fixture(scope="session")
def wheel_tools() -> Tools:
    """What `pip install` alone gives: ffmpeg from the wheel, no ffprobe."""
    return find_tools(WHEEL, NOWHERE)


@pytest.fixture(scope="session", params=["system", "wheel"])
def tools(request, system_tools, wheel_tools) -> Tools:
    return system_tools if request.param == "system" else wheel_tools


@pytest.fixture(scope="session")
def shelf(tmp_path_factory) -> Path:
    """A folder for clips that several tests read and none changes."""
    return tmp_path_factory.mktemp("clips")


@pytest.fixture(scope="session")
def probe_cost() -> Callable[[Path, Tools], Cost]:
    """Probe a file in a process of its own, so that only its own costs are counted."""

    def measure(source: Path, tools: Tools) -> Cost:
        fields = ("ffmpeg", "ffprobe", "version", "has_zscale")
        described = json.dumps({name: getattr(tools, name) for name in fields})
        done = subprocess.run(
            [sys.executable, "-c", PROBE_SCRIPT, str(source), described],
            capture_output=True,
            timeout=60,
            check=True,
            cwd=Path(__file__).parents[4],
        )
        return Cost(**json.loads(done.stdout))

    return measure
