"""Staging of a shot: which pictures are laid over its background, where, moving how, and when.

A motion is an ffmpeg expression of `t`, the seconds since the shot began.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from portal.demo.drawing import Figure, figure_markup, letter, price_tag, rasterise, typeset
from portal.demo.palette import SUN, TOMATO
from portal.demo.screenplay import LEFT, RIGHT, Actor, Line, Shot

# Sunglasses stay on, and whoever sleeps stays asleep.
_NEVER_BLINK = frozenset({"banane", "patate"})
_TOO_SHORT_TO_BLINK_S = 2.5
# Where the feet stand in a sprite, as a fraction of its height: room for a tilt all around.
_FEET = 0.93
_LONG_TEXT = 26


@dataclass(frozen=True)
class Sprite:
    """A picture on disk, the expressions that place its corner (pixels) and say when it shows."""

    path: Path
    x: str
    y: str
    enable: str = ""


def stage_shot(shot: Shot, size_px: tuple[int, int], stem: Path, fonts_dir: Path) -> list[Sprite]:
    """Draw everything that stands before the background of a shot, back to front.

    The pictures are written beside `stem`, whose name begins theirs.
    """
    sprites = [
        sprite
        for place, actor in enumerate(shot.actors)
        for sprite in _actor(actor, shot, size_px, f"{stem}-{place}")
    ]
    sprites += _letters(shot, size_px, str(stem), fonts_dir)
    if shot.tag:
        sprites.append(_tag(shot, size_px, str(stem), fonts_dir))
    return sprites


def during(line: Line) -> str:
    """Return the ffmpeg condition that is true while a line is said."""
    return f"between(t,{line.start_s},{line.end_s})"


def any_of(conditions: Sequence[str]) -> str:
    """Return the ffmpeg condition that is true when one of these is."""
    return f"gt({'+'.join(conditions)},0)" if conditions else "0"


def _actor(actor: Actor, shot: Shot, size_px: tuple[int, int], stem: str) -> list[Sprite]:
    """Draw an actor's faces (rest, speech, blink) and say when each is seen."""
    width, height = size_px
    speech = [during(line) for line in shot.lines if line.who == actor.who]
    talking = f"{any_of(speech)}*lt(mod(t,0.28),0.14)" if speech else "0"
    blinks = actor.who not in _NEVER_BLINK and shot.duration_s > _TOO_SHORT_TO_BLINK_S
    blinking = f"lt(mod(t+{actor.x * 3:.2f},2.9),0.12)" if blinks else "0"
    whens = {
        "rest": f"not({talking})*not({blinking})",
        "talk": talking,
        "blink": f"{blinking}*not({talking})",
    }
    tall = actor.height * height
    faces, left, top = _draw_faces(
        actor, round(tall), [name for name, when in whens.items() if not when.startswith("0")]
    )
    x, y = actor.x * width + left, actor.feet * height + top
    move_x, move_y = _motion(actor, tall, width, height)
    sprites = []
    for name, picture in faces.items():
        path = Path(f"{stem}-{name}.png")
        picture.save(path, compress_level=1)
        sprites.append(Sprite(path, f"{x:.0f}+{move_x}", f"{y:.0f}+{move_y}", whens[name]))
    return sprites


def _draw_faces(
    actor: Actor, tall_px: int, names: list[str]
) -> tuple[dict[str, Image.Image], float, float]:
    """Draw an actor's faces, cropped alike; return them and their corner, from its feet."""
    width, height = round(tall_px * 1.04), round(tall_px * 1.12)
    faces = {}
    for name in names:
        figure = Figure(
            actor.who, 0.5, _FEET, tall_px / height, actor.tilt_deg, actor.flip,
            eyes_alt=name == "blink", mouth_alt=name == "talk",
        )  # fmt: skip
        markup = figure_markup(figure, width, height)
        faces[name] = rasterise(markup, (width, height), (width, height))
    box = _common_box(list(faces.values()))
    cropped = {name: face.crop(box) for name, face in faces.items()}
    return cropped, box[0] - width / 2, box[1] - height * _FEET


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


def _letters(shot: Shot, size_px: tuple[int, int], stem: str, fonts_dir: Path) -> list[Sprite]:
    """Draw what is written in a shot: its card, and its lines as they are said."""
    width, height = size_px
    x, y, w, h = shot.box
    texts = [(shot.card, "1", 0.0)] if shot.card else []
    # A line stays written until the next one: the eye is slower than the ear.
    ends_s = [*(line.start_s for line in shot.lines), shot.duration_s][1:]
    texts += [
        (line.text, f"gte(t,{line.start_s})*lt(t,{end_s})", line.start_s)
        for line, end_s in zip(shot.lines, ends_s, strict=False)
    ]
    beside = shot.box in (LEFT, RIGHT)
    sprites = []
    for number, (text, when, start_s) in enumerate(texts):
        path = Path(f"{stem}-text-{number}.png")
        split = beside or len(text) > _LONG_TEXT
        block = letter(
            _one_sentence_a_line(text) if split else typeset(text),
            (round(w * width), round(h * height)),
            fonts_dir,
            fill=shot.ink,
            align="left" if beside else "center",
            largest_px=round(min(height, width) * 0.18),
        )
        left, top, right, bottom = _common_box([block])
        block.crop((left, top, right, bottom)).save(path, compress_level=1)
        pop = f"{height * 0.05:.0f}*exp(-14*(t-{start_s}))"
        corner_x, corner_y = x * width + left, y * height + top
        sprites.append(Sprite(path, f"{corner_x:.0f}", f"{corner_y:.0f}+{pop}", when))
    return sprites


def _tag(shot: Shot, size_px: tuple[int, int], stem: str, fonts_dir: Path) -> Sprite:
    """Draw the price tag of a shot; it slides in once the picture has been seen."""
    width, height = size_px
    fill = TOMATO if shot.ground == SUN else SUN
    tag = price_tag(typeset(shot.tag), round(min(size_px) * 0.15), fonts_dir, fill=fill)
    path = Path(f"{stem}-tag.png")
    tag.save(path)
    beside = shot.box in (LEFT, RIGHT)
    x = shot.box[0] * width if beside else (width - tag.width) / 2
    y = height * (0.74 if beside else 0.35)
    slide = f"-{width}*pow(1-min(max(0,t-0.5)/0.4,1),2)"
    return Sprite(path, f"{x:.0f}+{slide}", f"{y:.0f}")


def _one_sentence_a_line(text: str) -> str:
    return re.sub(r"(?<=[\w\u00a0][.!?…]) ", "\n", typeset(text))
