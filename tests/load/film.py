"""Measure what encoding a film costs: ratios within one run, against our goals.

    python tests/load/film.py [--pairs 3] [--seconds 24] [--ffmpeg /path/to/ffmpeg]

The film is a hard synthetic one, 1080p at 30 frames a second. The speed of a processor swings,
so the things compared are done in turn, several times, and the median of the ratios counts.
"""

import argparse
import re
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from media.gateways.ffmpeg.audio import encode_audio
from media.gateways.ffmpeg.chunk import ChunkResult, encode_chunk
from media.gateways.ffmpeg.copy import copy_mp4
from media.gateways.ffmpeg.plan import Plan, plan_encoding
from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.stills import make_stills
from media.gateways.ffmpeg.tools import Tools, find_tools

PICTURE = (
    "testsrc2=size=1920x1080:rate=30,rotate=a=t/9:c=gray,noise=alls=4:allf=t,"
    "hue=h=20*t,format=yuv420p"
)
SOUND = "aevalsrc='0.4*sin(2*PI*220*t)*(1+sin(t))/2+0.1*random(0)':s=48000:c=stereo"
LIGHT = ("-c:v", "libx264", "-preset", "ultrafast", "-g", "60", "-bf", "0")
MINUTE_S = 60
MIB = 1024**2
SSIM_FLOOR = 0.93


@dataclass
class Line:
    """One figure of the report, and the goal that it should not pass."""

    name: str
    value: float
    goal: float | None
    unit: str = ""
    is_floor: bool = False

    def __str__(self) -> str:
        if self.goal is None:
            return f"{self.name:54} {self.value:8.3f} {self.unit}"
        is_met = self.value >= self.goal if self.is_floor else self.value <= self.goal
        sign = ">=" if self.is_floor else "<="
        verdict = "met" if is_met else "MISSED"
        return f"{self.name:54} {self.value:8.3f} {self.unit:4} {sign} {self.goal:<6} {verdict}"


@dataclass
class Ladder:
    """What one pass over the film cost and gave."""

    cpu_s: float
    size_bytes: int
    peak_rss_bytes: int


def draw(target: Path, duration_s: int, tools: Tools, *codec: str) -> Path:
    """Draw the film; twelve seconds are drawn and repeated, to save time."""
    drawn_s = min(12, duration_s)
    piece = target.with_name(f"piece-{target.name}")
    inputs = ["-f", "lavfi", "-i", f"{PICTURE},trim=duration={drawn_s}"]
    inputs += ["-f", "lavfi", "-i", f"{SOUND}:d={drawn_s}"]
    quiet = [tools.ffmpeg, "-nostdin", "-v", "error", "-y"]
    subprocess.run([*quiet, *inputs, *codec, "-c:a", "aac", str(piece)], check=True)
    again = ["-stream_loop", "-1", "-i", str(piece), "-t", str(duration_s), "-c", "copy"]
    subprocess.run([*quiet, *again, str(target)], check=True)
    return target


def encode(source: Path, plan: Plan, rungs: tuple[str, ...], out: Path, tools: Tools) -> Ladder:
    """Encode every chunk of a plan with one thread."""
    made: list[ChunkResult] = [
        encode_chunk(source, plan, index, out, tools, rungs=rungs)
        for index in range(len(plan.chunks))
    ]
    segments = [s for result in made for rung in result.rungs.values() for s in rung]
    return Ladder(
        cpu_s=sum(result.cpu_s for result in made),
        size_bytes=sum(segment.size_bytes for segment in segments),
        peak_rss_bytes=max(result.peak_rss_bytes for result in made),
    )


def ssim(source: Path, plan: Plan, name: str, folder: Path, tools: Tools) -> float:
    """Return how like the source a rung is, both at the size of the rung."""
    rung = next(rung for rung in plan.rungs if rung.name == name)
    joined = folder / "joined.mp4"
    parts = [folder / name / "init.mp4"]
    parts += [folder / name / f"c0_{k}.m4s" for k in range(len(plan.segment_frames(0)))]
    joined.write_bytes(b"".join(part.read_bytes() for part in parts))
    size = f"{rung.width_px}:{rung.height_px}"
    # Paired by number, and both called BT.709, or ffmpeg would convert one to match the other.
    count = f"settb={1 / plan.fps},setpts=N"
    same = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
    graph = (
        f"[1:v]{same},scale={size}:flags=bicubic,{count}[a];"
        f"[0:v]{same},{count}[b];[b][a]ssim=shortest=1"
    )
    command = [tools.ffmpeg, "-nostdin", "-hide_banner", "-i", str(joined), "-i", str(source)]
    done = subprocess.run(
        [*command, "-lavfi", graph, "-an", "-f", "null", "-"], capture_output=True, check=True
    )
    return float(re.findall(rb"All:([\d.]+)", done.stderr)[-1])


def compare(source: Path, plan: Plan, pairs: int, folder: Path, tools: Tools) -> list[Line]:
    """Return the ratios that need several passes over the film."""
    every, top = plan.encoded_rungs, plan.encoded_rungs[:1]
    whole = replace(plan, chunk_cuts=(0,))
    runs: dict[str, list[Ladder]] = {"ladder": [], "top": [], "whole": []}
    for turn in range(pairs):
        runs["ladder"].append(encode(source, plan, every, folder / "ladder", tools))
        runs["top"].append(encode(source, plan, top, folder / f"top-{turn}", tools))
        runs["whole"].append(encode(source, whole, every, folder / f"whole-{turn}", tools))
        print(f"  turn {turn + 1} of {pairs} done", file=sys.stderr)

    def ratio(one: str, other: str) -> float:
        return median(a.cpu_s / b.cpu_s for a, b in zip(runs[one], runs[other], strict=True))

    ladder, unchunked = runs["ladder"][0], runs["whole"][0]
    per_minute = MINUTE_S / plan.duration_s
    stills = make_stills(source, plan.facts, folder / "stills", tools)
    sound = encode_audio(source, plan, folder, tools)
    extras_s = stills.cpu_s + sound.cpu_s
    ladder_s = median(run.cpu_s for run in runs["ladder"])
    lines = [
        Line("ladder: CPU seconds for a minute of film", ladder_s * per_minute, None, "s"),
        Line("ladder / top rung alone, CPU", ratio("ladder", "top"), 1.9),
        Line("chunked / unchunked, CPU", ratio("ladder", "whole"), 1.10),
        Line("chunked / unchunked, size", ladder.size_bytes / unchunked.size_bytes, 1.05),
        Line("stills + storyboard + peaks: CPU s a minute", stills.cpu_s * per_minute, None, "s"),
        Line("sound, measured and encoded: CPU s a minute", sound.cpu_s * per_minute, None, "s"),
        Line("stills + storyboard + peaks + sound / ladder", extras_s / ladder_s, 0.05),
        Line("peak memory of the ladder", ladder.peak_rss_bytes / MIB, 1.2 * 1024, "MiB"),
    ]
    for name in every:
        found = ssim(source, plan, name, folder / "ladder", tools)
        lines.append(Line(f"SSIM of {name}", found, SSIM_FLOOR, is_floor=True))
    return lines


def first_playable(folder: Path, tools: Tools) -> list[Line]:
    """Return how long a viewer waits after the probe of a one-minute film, by the clock."""
    light = draw(
        folder / "light.mp4",
        MINUTE_S,
        tools,
        *LIGHT,
        "-b:v",
        "6M",
        "-maxrate",
        "7M",
        "-bufsize",
        "7M",
    )
    plan = plan_encoding(probe(light, tools))
    assert plan.copies_source
    started = time.monotonic()
    copy_mp4(light, plan, folder / "copied.mp4", tools)
    copied_s = time.monotonic() - started
    heavy = replace(plan.facts, video=replace(plan.video, is_copyable=False))
    plan = plan_encoding(heavy)
    out = folder / "preview"
    started = time.monotonic()
    sound = encode_audio(light, plan, out, tools)
    first = encode_chunk(light, plan, 0, out, tools, rungs=plan.preview_rungs, threads=2)
    previewed_s = time.monotonic() - started
    return [
        Line("first playable by copy, one minute", copied_s, 1.0, "s"),
        Line("first playable by preview, one minute", previewed_s, 0.1 * MINUTE_S, "s"),
        Line("  of which CPU (sound, then 12 s of 360p)", sound.cpu_s + first.cpu_s, None, "s"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=24)
    parser.add_argument("--ffmpeg", default="")
    options = parser.parse_args()
    tools = find_tools(options.ffmpeg)
    with TemporaryDirectory(prefix="film-") as name:
        folder = Path(name)
        source = draw(folder / "film.mp4", options.seconds, tools, *LIGHT, "-crf", "14")
        facts = probe(source, tools)
        facts = replace(facts, video=replace(facts.video, is_copyable=False))
        lines = compare(source, plan_encoding(facts), options.pairs, folder, tools)
        lines += first_playable(folder, tools)
    print(f"ffmpeg {tools.version}, {options.seconds} s of film, {options.pairs} pairs")
    print("\n".join(map(str, lines)))


if __name__ == "__main__":
    main()
