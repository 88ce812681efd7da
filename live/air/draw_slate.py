"""Draw the slate: what viewers see while nothing plays. A poster of the house, with its words."""

import re
from io import BytesIO
from pathlib import Path

import resvg_py
from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _
from django.utils.translation import override
from PIL import Image, ImageDraw

from campaigns.domain.display_font import display_font
from live.models import LiveProgrammePage

WIDTH_PX, HEIGHT_PX = 1280, 720
_INK, _PAPER = "#231A14", "#FFF8EC"
# Ground, its second cut of paper, what is written on them, and who stands out before them.
_COLOURS = {
    "carrot": ("#F28A1E", "#CF6D0E", _INK, ("poireau", "aubergine")),
    "sun": ("#FFCB3D", "#E5A91F", _INK, ("tomate", "radis")),
    "leek": ("#0B6B45", "#084D31", _PAPER, ("courge", "carotte")),
    "tomato": ("#C7361D", "#9E2A16", _PAPER, ("chou", "poireau")),
    "plum": ("#6B2D5C", "#4E1E43", _PAPER, ("tomate", "oignon")),
}
_MARGIN_PX = 72
_TEXT_WIDTH_PX = 700
_LINE_HEIGHT = 1.04
_SENTENCE_PX = range(132, 60, -4)
_TITLE_PX = 44
_TITLE_LINES = 2


def draw_slate(programme: LiveProgrammePage) -> bytes:
    """Return the slate of a programme, in its language and its colour, as a PNG of 1280 × 720."""
    ground, second, ink, cast = _COLOURS[programme.poster_colour]
    shapes = _svg(ground, second, cast[programme.pk % len(cast)])
    drawn = resvg_py.svg_to_bytes(svg_string=shapes, skip_system_fonts=True)
    picture = Image.open(BytesIO(bytes(drawn))).convert("RGB")
    with override(programme.locale.language_code):
        sentence = _("We’ll be right back")
    _write(picture, sentence, programme.title, ink)
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _svg(ground: str, second: str, who: str) -> str:
    width, height = WIDTH_PX, HEIGHT_PX
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<path fill="{ground}" d="M0 0H{width}V{height}H0Z"/>'
        f'<path fill="{second}" d="M0 {height * 0.86:.0f}L{width} {height * 0.8:.0f}V{height}H0Z"/>'
        f'<g transform="translate(1010 690) rotate(-4) scale(2.15) translate(-120 -310)">'
        f"{_character(who)}</g></svg>"
    )


def _character(who: str) -> str:
    """Return the drawing of a vegetable; nothing where the static files are missing."""
    path = finders.find(f"ui/vegetables/{who}.svg")
    if not isinstance(path, str):
        return ""
    return re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", Path(path).read_text(), flags=re.DOTALL)


def _write(picture: Image.Image, sentence: str, title: str, ink: str) -> None:
    """Write the sentence as large as fits, and the title under it."""
    for size_px in _SENTENCE_PX:
        lines = _wrapped(sentence, size_px)
        if len(lines) <= 3:
            break
    pen = ImageDraw.Draw(picture)
    at_px = _MARGIN_PX + size_px
    for line in lines:
        font = display_font(size_px)
        pen.text((_MARGIN_PX, at_px), line, fill=ink, font=font, anchor="ls")
        at_px += round(size_px * _LINE_HEIGHT)
    under_px = HEIGHT_PX - _MARGIN_PX
    shown = _wrapped(title, _TITLE_PX)
    if len(shown) > _TITLE_LINES:
        shown = [*shown[: _TITLE_LINES - 1], f"{shown[_TITLE_LINES - 1].rstrip(' ,;:.')}…"]
    for line in reversed(shown):
        pen.text((_MARGIN_PX, under_px), line, fill=ink, font=display_font(_TITLE_PX), anchor="ls")
        under_px -= round(_TITLE_PX * _LINE_HEIGHT)


def _wrapped(text: str, size_px: int) -> list[str]:
    """Break a text at its spaces into lines that fit."""
    font = display_font(size_px)
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _TEXT_WIDTH_PX:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
