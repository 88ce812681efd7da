"""Draw a share card: a small poster of a page, in the look of the house.

One flat colour, a sentence, a character on cut paper, and a price tag with the figure of a day.
"""

import re
from html import escape
from io import BytesIO

import resvg_py
from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw

from campaigns.card_sources import Card
from campaigns.domain.display_font import Font, display_font
from campaigns.enums import PosterColour

# What all networks show without cutting it.
SIZE_PX = (1200, 630)
MARGIN_PX = 64
TITLE_WIDTH_PX = 680
# Above the tag, or above the name of the site alone.
_TITLE_BOTTOM_PX, _TITLE_BOTTOM_BARE_PX = 400, 540
_TITLE_SIZES_PX = range(120, 39, -4)
_TAG_SIZES_PX = range(56, 27, -4)
_LONGEST_TITLE = 160
_TAG_WIDTH_PX = TITLE_WIDTH_PX - 40
_MOMENT_SIZES_PX = range(34, 23, -2)
_MOMENT_TOP_PX, _MOMENT_HEIGHT_PX, _MOMENT_EDGE_PX = 44, 64, 22
_MOMENT_WIDTH_PX = TITLE_WIDTH_PX - 2 * _MOMENT_EDGE_PX
_INK, _PAPER, _WHITE, _SUN = "#231A14", "#FFF8EC", "#FFFFFF", "#FFCB3D"
# Ground, words on it, and the paper behind the character.
_COLOURS = {
    PosterColour.CARROT: ("#F28A1E", _INK, _SUN),
    PosterColour.SUN: (_SUN, _INK, _PAPER),
    PosterColour.LEEK: ("#0B6B45", _WHITE, "#7AD3A6"),
    PosterColour.TOMATO: ("#C7361D", _WHITE, _SUN),
    PosterColour.PLUM: ("#6B2D5C", _WHITE, "#F28A1E"),
}


def draw_card(card: Card) -> bytes:
    """Return `card` as a PNG of 1200 x 630 pixels."""
    ground, words, paper = _COLOURS[PosterColour(card.colour)]
    picture = _rasterised(_scene(card, ground, paper))
    pen = ImageDraw.Draw(picture)
    bottom_px = _TITLE_BOTTOM_PX if card.figure else _TITLE_BOTTOM_BARE_PX
    top_px = _write_moment(pen, card.moment) if card.moment else MARGIN_PX
    lines, font, step = _typeset(_shortened(card.title, _LONGEST_TITLE), top_px, bottom_px)
    for place, line in enumerate(lines):
        pen.text((MARGIN_PX, top_px + place * step), line, fill=words, font=font, anchor="lt")
    foot = (MARGIN_PX, SIZE_PX[1] - MARGIN_PX // 2)
    pen.text(foot, _shortened(card.site, 40), fill=words, font=display_font(30), anchor="ls")
    if card.figure:
        tag = _tag(card, _PAPER if ground == _SUN else _SUN)
        picture.alpha_composite(tag, (MARGIN_PX - 12, SIZE_PX[1] - 82 - tag.height))
    drawn = BytesIO()
    picture.convert("RGB").quantize(96).save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


def _scene(card: Card, ground: str, paper: str) -> str:
    """Return the ground, the cut paper, and the character with its feet on the edge."""
    width, height = SIZE_PX
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><path fill="{ground}" d="M0 0H{width}V{height}H0Z"/>'
        f'<path fill="{paper}" d="M790 630 762 402 838 176 1012 82 1158 128 1200 196V630Z"/>'
        f'<svg x="800" y="96" width="390" height="520" viewBox="0 0 240 320">'
        f"{_character(card.character)}</svg></svg>"
    )


def _character(path: str) -> str:
    """Return what is inside the character's file; nothing where it is missing."""
    found = finders.find(path)
    if not isinstance(found, str):
        return ""
    with open(found, encoding="utf-8") as file:
        inside = re.search(r"<svg[^>]*>(.*)</svg>", file.read(), re.DOTALL)
    return inside[1] if inside else ""


def _rasterised(svg: str) -> Image.Image:
    drawn = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(drawn))).convert("RGBA")


def _write_moment(pen: ImageDraw.ImageDraw, moment: str) -> int:
    """Write when it is on a strip of paper; return where the title begins below it."""
    for size_px in _MOMENT_SIZES_PX:
        font = display_font(size_px)
        if font.getlength(moment) <= _MOMENT_WIDTH_PX:
            break
    while font.getlength(moment) > _MOMENT_WIDTH_PX:
        moment = _shortened(moment, len(moment) - 1)
    right_px = MARGIN_PX + 2 * _MOMENT_EDGE_PX + round(font.getlength(moment))
    bottom_px = _MOMENT_TOP_PX + _MOMENT_HEIGHT_PX
    strip = (MARGIN_PX, _MOMENT_TOP_PX, right_px, bottom_px)
    pen.rounded_rectangle(strip, 8, fill=_PAPER, outline=_INK, width=5)
    middle = (MARGIN_PX + _MOMENT_EDGE_PX, (_MOMENT_TOP_PX + bottom_px) // 2)
    pen.text(middle, moment, fill=_INK, font=font, anchor="lm")
    return bottom_px + 34


def _typeset(text: str, top_px: int, bottom_px: int) -> tuple[list[str], Font, int]:
    """Return the lines of a title, its face and the step from line to line, as large as it fits."""
    for size_px in _TITLE_SIZES_PX:
        font, step = display_font(size_px), round(size_px * 1.04)
        lines = _wrapped(text, font)
        widest = max(font.getlength(line) for line in lines)
        if widest <= TITLE_WIDTH_PX and top_px + len(lines) * step <= bottom_px:
            break
    return lines, font, step


def _wrapped(text: str, font: Font) -> list[str]:
    lines: list[str] = []
    # A no-break space keeps its words together, as the language wants it.
    for word in re.split(r"[ \t\n]+", text.strip(" \t\n")):
        if lines and font.getlength(f"{lines[-1]} {word}") <= TITLE_WIDTH_PX:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _tag(card: Card, fill: str) -> Image.Image:
    """Return the price tag with the figure, and below it the day on which it was true."""
    figure = card.figure
    for size_px in _TAG_SIZES_PX:
        font = display_font(size_px)
        if font.getlength(figure) <= _TAG_WIDTH_PX:
            break
    while font.getlength(figure) > _TAG_WIDTH_PX:
        figure = _shortened(figure, len(figure) - 1)
    small = display_font(28)
    width = 62 + round(max(font.getlength(figure), small.getlength(card.dated))) + 34
    height = 130 if card.dated else 92
    tag = _rasterised(_tag_shape(width, height, fill))
    pen = ImageDraw.Draw(tag)
    middle = 50 if card.dated else height // 2
    pen.text((62, middle), figure, fill=_INK, font=font, anchor="lm")
    if card.dated:
        pen.text((62, 100), card.dated, fill=_INK, font=small, anchor="lm")
    return tag.rotate(2, Image.Resampling.BICUBIC, expand=True)


def _tag_shape(width: int, height: int, fill: str) -> str:
    right, bottom = width - 3, height - 3
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<path fill="{escape(fill)}" stroke="{_INK}" stroke-width="5" stroke-linejoin="round" '
        f'd="M3 34 30 3H{right}V{bottom}H30L3 {bottom - 31}Z"/>'
        f'<circle cx="32" cy="{height // 2}" r="10" fill="{_PAPER}" stroke="{_INK}" '
        f'stroke-width="5"/></svg>'
    )


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
