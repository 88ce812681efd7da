"""Rendering of the demo films: sprites drawn once, moved and cut together by ffmpeg itself."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg as graph
from PIL import Image

from portal.demo.drawing import (
    SUN, TOMATO, Figure, figure_markup, letter, price_tag, rasterise, rasterise_png, scenery_markup, svg_document, typeset,
)  # fmt: skip
from portal.demo.screenplay import LEFT, RIGHT, Actor, Film, Line, Shot, SourceFormat
from portal.demo.sounds import RATE_HZ, read_samples, write_tune, write_voices

FPS = 25
KEYFRAME_EVERY_S = 2
_DEADLINE_S = 120
_FASTEST_SPEECH = 1.45
# Composed on twos, as paper moves on an animation stand; each picture is then shown twice.
_DRAWN_FPS = 12.5
# Sunglasses stay on, and whoever sleeps stays asleep.
_NEVER_BLINK = frozenset({"banane", "patate"})

_FULL_EFFORT_UP_TO_PX = 720
_TOO_SHORT_TO_BLINK_S = 2.5
# Where the feet stand in a sprite, as a fraction of its height: room for a tilt all around.
_FEET = 0.93

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


@dataclass(frozen=True)
class _Sprite:
    """A picture on disk and the expressions that place its corner, in pixels and seconds."""

    path: Path
    x: str
    y: str
    enable: str = ""


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
            *streams, str(partial), t=film.duration_s, map_metadata=-1, fflags="+bitexact", **options
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
    lines = film.spoken() if espeak else ()
    recordings = [
        (line.start_s, line.end_s, _recorded(film, line, number, work_dir, espeak))
        for number, line in enumerate(lines)
        if espeak
    ]
    cuts_s = [at_s for at_s, _ in film.staged()][1:]
    write_voices(recordings, cuts_s, film.duration_s, voices)
    speaking = _any_of([_during(line) for line in lines])
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


def _picture(
    size_px: tuple[int, int], shot: Shot, frames: int, stem: Path, fonts_dir: Path
) -> Any:
    """Build the picture of one shot: its background held still, its sprites laid over."""
    width, height = size_px
    ground = f'<path fill="{shot.ground}" d="M0 0H{width}V{height}H0Z"/>'
    scenery = scenery_markup(shot.scenery, shot.scenery_colour, width, height)
    background = Path(f"{stem}-ground.png")
    document = svg_document(ground + scenery, width, height)
    background.write_bytes(rasterise_png(document, width, height))
    stream = (
        _still(background, "yuv420p")
        .filter("loop", loop=frames - 1, size=1, start=0)
        .filter("settb", f"1/{_DRAWN_FPS}")
        .filter("setpts", "N")
    )
    sprites = [
        sprite
        for place, actor in enumerate(shot.actors)
        for sprite in _actor(actor, shot, size_px, f"{stem}-{place}")
    ]
    sprites += _letters(shot, size_px, str(stem), fonts_dir)
    for sprite in sprites:
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


def _actor(actor: Actor, shot: Shot, size_px: tuple[int, int], stem: str) -> list[_Sprite]:
    """Draw an actor's faces (rest, speech, blink) and say when each is seen."""
    width, height = size_px
    speech = [_during(line) for line in shot.lines if line.who == actor.who]
    talking = f"{_any_of(speech)}*lt(mod(t,0.28),0.14)" if speech else "0"
    blinks = actor.who not in _NEVER_BLINK and shot.duration_s > _TOO_SHORT_TO_BLINK_S
    blinking = f"lt(mod(t+{actor.x * 3:.2f},2.9),0.12)" if blinks else "0"
    faces = {
        "rest": (False, False, f"not({talking})*not({blinking})"),
        "talk": (False, True, talking),
        "blink": (True, False, f"{blinking}*not({talking})"),
    }
    tall = actor.height * height
    pad_width, pad_height = round(tall * 1.04), round(tall * 1.12)
    pictures = {
        name: rasterise(
            svg_document(
                figure_markup(
                    Figure(actor.who, 0.5, _FEET, tall / pad_height, actor.tilt_deg,
                           actor.flip, eyes, mouth),
                    pad_width, pad_height,
                ),
                pad_width, pad_height,
            ),
            pad_width, pad_height,
        )
        for name, (eyes, mouth, when) in faces.items()
        if not when.startswith("0")
    }  # fmt: skip
    left, top, right, bottom = _common_box(list(pictures.values()))
    x = actor.x * width - pad_width / 2 + left
    y = actor.feet * height - pad_height * _FEET + top
    move_x, move_y = _motion(actor, tall, width, height)
    sprites = []
    for name, picture in pictures.items():
        path = Path(f"{stem}-{name}.png")
        picture.crop((left, top, right, bottom)).save(path, compress_level=1)
        sprites.append(_Sprite(path, f"{x:.0f}+{move_x}", f"{y:.0f}+{move_y}", faces[name][2]))
    return sprites


def _common_box(pictures: list[Image.Image]) -> tuple[int, int, int, int]:
    boxes = [box for picture in pictures if (box := picture.getbbox())]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _motion(actor: Actor, tall: float, width: int, height: int) -> tuple[str, str]:
    """Return how an actor moves away from its place: two ffmpeg expressions, in pixels."""
    breath = f"{tall * 0.008:.1f}*sin(t*3+{actor.x * 9:.1f})"
    late = f"max(0,t-{actor.x * 0.7:.2f})"
    match actor.motion:
        case "bounce":
            return "0", f"-{tall * 0.07:.1f}*abs(sin(t*6))"
        case "sway":
            return f"{tall * 0.05:.1f}*sin(t*2.6)", breath
        case "shake":
            return f"{tall * 0.012:.1f}*sin(t*37)", f"{tall * 0.006:.1f}*cos(t*29)"
        case "enter_left":
            return f"-{width * 0.8:.0f}*pow(1-min(t/0.7,1),3)", breath
        case "enter_right":
            return f"{width * 0.8:.0f}*pow(1-min(t/0.7,1),3)", breath
        case "rise":
            return "0", f"{tall * 1.1:.0f}*pow(1-min(t/0.9,1),3)+{breath}"
        case "fall":
            drop = f"-{height * 1.1:.0f}*(1-pow(min({late}/0.45,1),2))"
            return "0", (
                f"{drop}-{height * 0.1:.0f}*gt({late},0.45)*exp(-4*({late}-0.45))"
                f"*abs(sin(({late}-0.45)*8))"
            )
        case _:
            return "0", breath


def _letters(shot: Shot, size_px: tuple[int, int], stem: str, fonts_dir: Path) -> list[_Sprite]:
    """Draw what is written in a shot: its card, its lines as they are said, its price tag."""
    width, height = size_px
    x, y, w, h = shot.box
    size = (round(w * width), round(h * height))
    texts = [(shot.card, "1", 0.0)] if shot.card else []
    # A line stays written until the next one: the eye is slower than the ear.
    ends_s = [line.start_s for line in shot.lines[1:]] + [shot.duration_s]
    texts += [
        (line.text, f"between(t,{line.start_s},{end_s})", line.start_s)
        for line, end_s in zip(shot.lines, ends_s, strict=True)
    ]
    beside = shot.box in (LEFT, RIGHT)
    sprites = []
    for number, (text, when, start_s) in enumerate(texts):
        path = Path(f"{stem}-text-{number}.png")
        block = letter(
            _one_sentence_a_line(text), size, fonts_dir, fill=shot.ink, align="left" if beside else "center",
            largest_px=round(min(height, width) * 0.18),
        )  # fmt: skip
        left, top, right, bottom = _common_box([block])
        block.crop((left, top, right, bottom)).save(path, compress_level=1)
        pop = f"{height * 0.05:.0f}*exp(-14*(t-{start_s}))"
        corner_x, corner_y = x * width + left, y * height + top
        sprites.append(_Sprite(path, f"{corner_x:.0f}", f"{corner_y:.0f}+{pop}", when))
    if shot.tag:
        fill = TOMATO if shot.ground == SUN else SUN
        tag = price_tag(
            typeset(shot.tag), round(min(height, width) * 0.15), fonts_dir, fill=fill
        )
        path = Path(f"{stem}-tag.png")
        tag.save(path)
        rest_x = x * width if beside else (width - tag.width) / 2
        rest_y = height * 0.74 if beside else height * 0.35
        slide = f"-{width}*pow(1-min(max(0,t-0.5)/0.4,1),2)"
        sprites.append(_Sprite(path, f"{rest_x:.0f}+{slide}", f"{rest_y:.0f}"))
    return sprites


def _one_sentence_a_line(text: str) -> str:
    return re.sub(r"(?<=[\w\u00a0][.!?…]) ", "\n", typeset(text))


def _during(line: Line) -> str:
    return f"between(t,{line.start_s},{line.end_s})"


def _any_of(conditions: Sequence[str]) -> str:
    return f"gt({'+'.join(conditions)},0)" if conditions else "0"
