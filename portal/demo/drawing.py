"""Cut-paper drawing for the demo: the vegetable cast, scenery, lettering and price tags.

Shapes are SVG rasterised by resvg; letters are drawn by Pillow straight from the web fonts the
pages use, so a poster and the page around it speak with one voice.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Literal

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from portal.demo.palette import CARROT, CREAM, INK, MINT, PAPER, SUN

CAST = (
    "aubergine", "banane", "cafe", "cagette", "carotte", "chou", "courge",
    "oignon", "patate", "petit-pois", "poireau", "radis", "tomate",
)  # fmt: skip
CAST_DIR = Path(__file__).resolve().parents[1] / "static" / "ui" / "vegetables"
CAST_WIDTH, CAST_HEIGHT = 240, 320

Scenery = Literal["none", "hill", "table", "floor", "rays", "rows"]
Align = Literal["left", "center"]

_FONT_NAMES = ("bricolage-grotesque-latin-standard", "bricolage-grotesque-latin-wdth")
_FONT_AXES = {"Optical size": 96, "Weight": 800, "Width": 82}
_LINE_HEIGHT = 1.04
# Widths grow in proportion to the size, so one size is enough to measure all the others.
_RULER_PX = 100


class FontMissing(FileNotFoundError):
    """The Bricolage Grotesque web font is not in the folder given."""


@dataclass(frozen=True)
class Figure:
    """One character placed in a picture.

    `x` and `feet` are the middle of its feet and `height` its height, all as fractions of the
    picture (of its width for `x`, of its height for the two others); above 1 it is cropped.
    """

    who: str
    x: float
    feet: float
    height: float
    tilt_deg: float = 0
    flip: bool = False
    eyes_alt: bool = False
    mouth_alt: bool = False


def typeset(text: str) -> str:
    """Return French text with the no-break spaces its punctuation and units ask for."""
    text = re.sub(r" ([!?:;»%€])", "\u00a0\\1", text)
    text = text.replace("« ", "«\u00a0")
    return re.sub(r"(\d) (?=\d{3}\b|kg\b|km\b|h\b|min\b|s\b|t\b|vue|clic|euro)", "\\1\u00a0", text)


@cache
def character_markup(who: str, *, eyes_alt: bool = False, mouth_alt: bool = False) -> str:
    """Return the inner SVG of a character, with its other eyes or its other mouth if asked.

    The alternatives live in the drawing itself (`data-alt`): closed eyes for most, open ones for
    whoever sleeps, and a speaking mouth. Raises KeyError for someone who is not in the cast.
    """
    if who not in CAST:
        raise KeyError(who)
    svg = (CAST_DIR / f"{who}.svg").read_text(encoding="utf-8")
    inner = svg.split(">", 1)[1].rsplit("</svg>", 1)[0]
    if eyes_alt:
        inner = _with_alternative(inner, "eyes")
    if mouth_alt:
        inner = _with_alternative(inner, "mouth")
    return inner


def _with_alternative(inner: str, part: str) -> str:
    group = re.search(rf'<g data-part="{part}"([^>]*)>.*?</g>', inner, re.DOTALL)
    if group is None:
        raise ValueError(f"no {part} to change")
    attributes = dict(re.findall(r'data-(\w+)="([^"]+)"', group[1]))
    ink = attributes.get("ink", INK)
    paint = (
        f'fill="none" stroke="{ink}" stroke-width="7" stroke-linecap="round"'
        if part == "eyes"
        else f'fill="{ink}"'
    )
    return inner.replace(group[0], f'<path {paint} d="{attributes["alt"]}"/>')


def figure_markup(figure: Figure, width: float, height: float) -> str:
    """Return one character as an SVG group placed in a picture of that size."""
    scale = figure.height * height / CAST_HEIGHT
    mirror = -scale if figure.flip else scale
    inner = character_markup(figure.who, eyes_alt=figure.eyes_alt, mouth_alt=figure.mouth_alt)
    return (
        f'<g transform="translate({figure.x * width:.1f} {figure.feet * height:.1f}) '
        f"rotate({figure.tilt_deg}) scale({mirror:.4f} {scale:.4f}) "
        f'translate({-CAST_WIDTH / 2} -310)">{inner}</g>'
    )


def scenery_markup(kind: Scenery, colour: str, width: float, height: float) -> str:
    """Return the ground, table, rays or sown rows behind the characters, as SVG."""
    w, h = width, height
    match kind:
        case "hill":
            d = (
                f"M0 {h * 0.8}C{w * 0.2} {h * 0.68} {w * 0.35} {h * 0.72} {w * 0.55} {h * 0.82}"
                f"S{w * 0.85} {h * 0.86} {w} {h * 0.74}V{h}H0Z"
            )
        case "table":
            d = f"M0 {h * 0.84}L{w} {h * 0.8}V{h}H0Z"
        case "floor":
            d = f"M0 {h * 0.88}H{w}V{h}H0Z"
        case "rows":
            d = "".join(
                f"M{w * (0.485 + 0.1 * i)} {h * 0.6}L{w * (0.39 + 0.44 * i)} {h}"
                f"h{w * 0.22}L{w * (0.515 + 0.1 * i)} {h * 0.6}Z"
                for i in range(-4, 5)
            )
        case "rays":
            d = _rays(w, h)
        case _:
            return ""
    return f'<path fill="{colour}" d="{d}"/>'


def _rays(w: float, h: float) -> str:
    cx, cy, reach = w / 2, h * 0.62, w + h
    corners = [
        (-1, -0.55), (-1, -0.95), (-0.6, -1), (-0.3, -1), (0.05, -1), (0.32, -1), (0.7, -1),
        (1, -0.85), (1, -0.4), (1, -0.1), (1, 0.3), (1, 0.75), (0.5, 1), (0.15, 1), (-0.2, 1),
        (-0.6, 1), (-1, 0.7), (-1, 0.3), (-1, 0.05), (-1, -0.2),
    ]  # fmt: skip
    return "".join(
        f"M{cx} {cy}L{cx + a[0] * reach:.0f} {cy + a[1] * reach:.0f}"
        f"L{cx + b[0] * reach:.0f} {cy + b[1] * reach:.0f}Z"
        for a, b in zip(corners[::2], corners[1::2], strict=True)
    )


@lru_cache(maxsize=64)
def rasterise_png(body: str, view: tuple[float, float], size_px: tuple[int, int]) -> bytes:
    """Draw SVG shapes as a PNG of exactly that size (width, height).

    `view` is the size the shapes were drawn for; another shape of picture crops their edges.
    """
    (view_width, view_height), (width_px, height_px) = view, size_px
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_px}" '
            f'height="{height_px}" viewBox="0 0 {view_width} {view_height}" '
            f'preserveAspectRatio="xMidYMid slice">{body}</svg>',
            skip_system_fonts=True,
        )
    )


def rasterise(body: str, view: tuple[float, float], size_px: tuple[int, int]) -> Image.Image:
    """Draw SVG shapes as an RGBA picture to draw on; see `rasterise_png`."""
    return Image.open(BytesIO(rasterise_png(body, view, size_px))).convert("RGBA")


@lru_cache(maxsize=64)
def load_font(fonts_dir: Path, size_px: int) -> ImageFont.FreeTypeFont:
    """Open Bricolage Grotesque, extra bold and narrow, at that size.

    Raises FontMissing when the folder does not hold the variable font.
    """
    for name in _FONT_NAMES:
        for path in sorted(fonts_dir.glob(f"{name}*.woff2")):
            font = ImageFont.truetype(BytesIO(path.read_bytes()), size_px)
            axes = [axis["name"].decode() for axis in font.get_variation_axes()]
            font.set_variation_by_axes([_FONT_AXES[axis] for axis in axes])
            return font
    raise FontMissing(f"{_FONT_NAMES[0]}*.woff2 is not in {fonts_dir}")


def wrap(text: str, font: ImageFont.FreeTypeFont, width_px: float) -> list[str]:
    """Break a text at its ordinary spaces into lines that fit; no-break spaces hold."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and font.getlength(longer) > width_px:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def letter(
    text: str,
    size: tuple[int, int],
    fonts_dir: Path,
    *,
    fill: str = INK,
    align: Align = "left",
    largest_px: int = 200,
) -> Image.Image:
    """Draw a text as large as the box (width and height in pixels) allows.

    Returns a transparent picture of exactly the box; the text is centred in its height.
    """
    width_px, height_px = size
    ruler = load_font(fonts_dir, _RULER_PX)
    for size_px in range(largest_px, 11, -2):
        room = width_px * _RULER_PX / size_px
        lines = wrap(text, ruler, room)
        widest = max(ruler.getlength(line) for line in lines)
        if widest <= room and len(lines) * size_px * _LINE_HEIGHT <= height_px:
            break
    lines = _balanced(text, ruler, lines, widest)
    font = load_font(fonts_dir, size_px)
    picture = Image.new("RGBA", size, (*_rgb(fill), 0))
    pen = ImageDraw.Draw(picture)
    step = size_px * _LINE_HEIGHT
    top = (height_px - step * len(lines)) / 2 + step / 2
    for number, line in enumerate(lines):
        x = 0 if align == "left" else (width_px - font.getlength(line)) / 2
        pen.text((x, top + number * step), line, font=font, fill=fill, anchor="lm")
    return picture


def _balanced(
    text: str, font: ImageFont.FreeTypeFont, lines: list[str], widest_px: float
) -> list[str]:
    """Return as many lines, as equal as they can be: no lonely last word."""
    best, step = lines, max(4.0, font.size / 8)
    width_px = widest_px - step
    while width_px > widest_px * 0.5:
        narrower = wrap(text, font, width_px)
        if len(narrower) > len(lines):
            break
        best, width_px = narrower, width_px - step
    return best


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def price_tag(
    text: str, height_px: int, fonts_dir: Path, *, fill: str = SUN, tilt_deg: float = -4
) -> Image.Image:
    """Draw a price tag: a cut label with its hole and one figure, turned a little."""
    font = load_font(fonts_dir, round(height_px * 0.52))
    width_px = round(font.getlength(text) + height_px * 1.15)
    h, w = height_px, width_px
    hole = h * 0.09
    body = (
        f'<path fill="{fill}" fill-rule="evenodd" d="M{h * 0.36} 2L{w - 2} {h * 0.05}L{w - 5} '
        f"{h * 0.96}L{h * 0.34} {h - 3}L3 {h * 0.52}Z"
        f"M{h * 0.3} {h * 0.5}a{hole} {hole} 0 1 0 {hole * 2} 0a{hole} {hole} 0 1 0 "
        f'{-hole * 2} 0Z"/>'
    )
    tag = rasterise(body, (w, h), (w, h))
    ink = INK if fill in {SUN, CARROT, PAPER, CREAM, MINT} else PAPER
    ImageDraw.Draw(tag).text((h * 0.68, h * 0.5), text, font=font, fill=ink, anchor="lm")
    return tag.rotate(tilt_deg, resample=Image.Resampling.BICUBIC, expand=True)
