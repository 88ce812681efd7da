"""Rendering of the demo films: sprites drawn once, moved and cut together by ffmpeg itself."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import ffmpeg as graph

from portal.demo.drawing import rasterise_png, scenery_markup
from portal.demo.screenplay import Film, Line, Shot, SourceFormat
from portal.demo.sounds import RATE_HZ, read_samples, write_tune, write_voices
from portal.demo.stage import any_of, during, stage_shot

FPS = 25
KEYFRAME_EVERY_S = 2
_DEADLINE_S = 120
_FASTEST_SPEECH = 1.45
# Composed on twos, as paper moves on an animation stand; each picture is then shown twice.
_DRAWN_FPS = 12.5

_FULL_EFFORT_UP_TO_PX = 720

_ENCODINGS: dict[SourceFormat, dict[str, Any]] = {
    "h264-mp4": {
        "c:v": "libx264", "preset": "superfast", "crf": 20, "g": FPS * KEYFRAME_EVERY_S,
        "keyint_min": FPS * KEYFRAME_EVERY_S, "sc_threshold": 0, "pix_fmt": "yuv420p",
        "c:a": "aac", "b:a": "128k", "movflags": "+faststart",
    },
    "mpeg4-mkv": {
        "c:v": "mpeg4", "q:v": 3, "g": FPS * KEYFRAME_EVERY_S, "pix_fmt": "yuv420p",
        "c:a": "ac3", "b:a": "160k",
    },
    "aac-m4a": {"c:a": "aac", "b:a": "96k", "movflags": "+faststart"},
}  # fmt: skip
_COLOURS = {
    "colorspace": "bt709", "color_primaries": "bt709", "color_trc": "bt709", "color_range": "tv",
}  # fmt: skip


class FilmRenderError(RuntimeError):
    """A program needed to render a film failed or took too long."""


def render_film(
    film: Film,
    target: Path,
    *,
    work_dir: Path,
    fonts_dir: Path,
    ffmpeg: str,
    espeak: str | None,
) -> None:
    """Render a demo film or chronicle to `target`, replacing it only once complete.

    `work_dir` receives the pictures and sounds it is made of and belongs to the caller; `ffmpeg`
    and `espeak` are the programs to run. Without espeak the film has music only: its lines are
    still written on screen. Raises FilmRenderError when a program fails, FontMissing without the
    font.
    """
    work_dir.mkdir(parents=True, exist_ok=True)
    streams = [_sound(film, work_dir, espeak)]
    options = dict(_ENCODINGS[film.source_format])
    if film.source_format == "h264-mp4" and min(film.size_px) > _FULL_EFFORT_UP_TO_PX:
        options["preset"] = "ultrafast"
    if not film.is_audio_only:
        shots = [
            _picture(film.size_px, shot, frames, work_dir / f"shot-{number}", fonts_dir)
            for number, (shot, frames) in enumerate(_drawn_frames(film))
        ]
        streams.insert(0, graph.concat(*shots, v=1, a=0).filter("fps", FPS))
        options |= _COLOURS
    partial = work_dir / f"partial-{film.file_name}"
    command = (
        graph.output(
            *streams,
            str(partial),
            t=film.duration_s,
            map_metadata=-1,
            fflags="+bitexact",
            **options,
        )
        .global_args("-nostdin", "-v", "error")
        .compile(cmd=ffmpeg, overwrite_output=True)
    )
    _run(command)
    partial.replace(target)


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(  # noqa: S603 - fixed programs, arguments built here
            command, check=True, capture_output=True, timeout=_DEADLINE_S
        )
    except subprocess.CalledProcessError as error:
        raise FilmRenderError(error.stderr.decode(errors="replace")[-2000:]) from error
    except subprocess.TimeoutExpired as error:
        raise FilmRenderError(f"{command[0]} took more than {_DEADLINE_S} s") from error


def _sound(film: Film, work_dir: Path, espeak: str | None) -> Any:
    """Build the sound: the tune in a loop, lower under the voices."""
    tune, voices = work_dir / "tune.wav", work_dir / "voices.wav"
    write_tune(film.tune, film.slug, tune)
    lines = film.lines() if espeak else ()
    recordings = [
        (line.start_s, line.end_s, _recorded(film, line, number, work_dir, espeak))
        for number, line in enumerate(lines)
        if espeak
    ]
    cuts_s = [at_s for at_s, _ in film.staged()][1:]
    write_voices(recordings, cuts_s, film.duration_s, voices)
    speaking = any_of([during(line) for line in lines])
    music = graph.input(str(tune), stream_loop=-1).filter(
        "volume", f"if({speaking},0.22,0.55)", eval="frame"
    )
    return (
        graph.filter(
            [graph.input(str(voices)), music], "amix", inputs=2, duration="first", normalize=0
        )
        .filter("afade", t="out", st=film.duration_s - 0.6, d=0.6)
        .filter("aresample", 48_000)
        .filter("aformat", channel_layouts="stereo")
    )


def _recorded(film: Film, line: Line, number: int, work_dir: Path, espeak: str) -> Path:
    """Record one line, a little faster when its time on screen asks for it."""
    voice, path = film.voices[line.who], work_dir / f"line-{number}.wav"
    room_s = line.end_s - line.start_s
    speed_wpm = voice.speed_wpm
    for _ in range(2):
        _run([espeak, "-v", voice.name, "-p", str(voice.pitch), "-s", str(speed_wpm),
              "-w", str(path), line.text])  # fmt: skip
        length_s = len(read_samples(path)) / RATE_HZ
        if length_s <= room_s:
            break
        speed_wpm = round(voice.speed_wpm * min(_FASTEST_SPEECH, 1.05 * length_s / room_s))
    return path


def _drawn_frames(film: Film) -> Iterator[tuple[Shot, int]]:
    """Yield each shot with its number of pictures, rounded so that cuts never drift."""
    for start_s, shot in film.staged():
        first, last = start_s * _DRAWN_FPS, (start_s + shot.duration_s) * _DRAWN_FPS
        yield shot, round(last) - round(first)


def _picture(size_px: tuple[int, int], shot: Shot, frames: int, stem: Path, fonts_dir: Path) -> Any:
    """Build the picture of one shot: its background held still, its sprites laid over."""
    width, height = size_px
    ground = f'<path fill="{shot.ground}" d="M0 0H{width}V{height}H0Z"/>'
    scenery = scenery_markup(shot.scenery, shot.scenery_colour, width, height)
    background = Path(f"{stem}-ground.png")
    background.write_bytes(rasterise_png(ground + scenery, size_px, size_px))
    stream = (
        _still(background, "yuv420p")
        .filter("loop", loop=frames - 1, size=1, start=0)
        .filter("settb", f"1/{_DRAWN_FPS}")
        .filter("setpts", "N")
    )
    for sprite in stage_shot(shot, size_px, stem, fonts_dir):
        when = {"enable": sprite.enable} if sprite.enable else {}
        stream = graph.overlay(
            stream, _still(sprite.path, "yuva420p"), x=sprite.x, y=sprite.y, **when
        )
    return stream.filter("setsar", 1)


def _still(path: Path, pixel_format: str) -> Any:
    return (
        graph.input(str(path), framerate=_DRAWN_FPS)
        .filter("scale", out_color_matrix="bt709", out_range="tv")
        .filter("format", pixel_format)
    )
