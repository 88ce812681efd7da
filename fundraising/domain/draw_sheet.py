"""A sheet to print for a collection page: its title, its reason and a QR code on its colour."""

from io import BytesIO

import resvg_py
from PIL import Image, ImageDraw

from audience.domain.draw_qr import draw_qr
from campaigns.domain.display_font import Font, display_font
from campaigns.enums import PosterColour

# A4 at 150 points an inch.
SIZE_PX, DOTS_PER_INCH = (1240, 1754), 150
MARGIN_PX, CODE_PX = 100, 640
_INK, _WHITE = "#231A14", "#FFFFFF"
_GROUNDS = {
    PosterColour.CARROT: ("#F28A1E", _INK),
    PosterColour.SUN: ("#FFCB3D", _INK),
    PosterColour.LEEK: ("#0B6B45", _WHITE),
    PosterColour.TOMATO: ("#C7361D", _WHITE),
    PosterColour.PLUM: ("#6B2D5C", _WHITE),
}
_TITLE_SIZES_PX = range(150, 59, -6)
_TITLE_HEIGHT_PX, _REASON_PX = 520, 46


def draw_sheet(title: str, reason: str, colour: str, address: str) -> bytes:
    """Return the sheet as a PDF of one page. `address` stands in the code and in letters."""
    ground, words = _GROUNDS[PosterColour(colour)]
    sheet = Image.new("RGB", SIZE_PX, ground)
    pen, width = ImageDraw.Draw(sheet), SIZE_PX[0] - 2 * MARGIN_PX
    top = MARGIN_PX
    for size_px in _TITLE_SIZES_PX:
        font, step = display_font(size_px), round(size_px * 1.04)
        lines = wrapped(title, font, width)
        if len(lines) * step <= _TITLE_HEIGHT_PX:
            break
    top = _written(pen, lines, font, step, top, words) + 30
    small = display_font(_REASON_PX)
    _written(pen, wrapped(reason, small, width), small, round(_REASON_PX * 1.3), top, words)
    place = ((SIZE_PX[0] - CODE_PX) // 2, SIZE_PX[1] - MARGIN_PX - CODE_PX - 90)
    sheet.paste(_code(address), place)
    foot, tiny = (SIZE_PX[0] // 2, SIZE_PX[1] - MARGIN_PX), display_font(34)
    pen.text(foot, address.partition("://")[2], fill=words, font=tiny, anchor="ms")
    drawn = BytesIO()
    sheet.save(drawn, "PDF", resolution=DOTS_PER_INCH)
    return drawn.getvalue()


def _code(address: str) -> Image.Image:
    svg = draw_qr(address).decode()
    png = resvg_py.svg_to_bytes(svg_string=svg, width=CODE_PX, height=CODE_PX)
    return Image.open(BytesIO(bytes(png))).convert("RGB").resize((CODE_PX, CODE_PX))


def _written(
    pen: ImageDraw.ImageDraw, lines: list[str], font: Font, step: int, top: int, fill: str
) -> int:
    for place, line in enumerate(lines):
        pen.text((MARGIN_PX, top + place * step), line, fill=fill, font=font, anchor="la")
    return top + len(lines) * step


def wrapped(text: str, font: Font, width_px: int) -> list[str]:
    """Return the lines of `text`; a word that is wider than a line is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and font.getlength(f"{lines[-1]} {word}") <= width_px:
            lines[-1] += f" {word}"
            continue
        while font.getlength(word) > width_px and len(word) > 1:
            most = next(n for n in range(len(word), 0, -1) if font.getlength(word[:n]) <= width_px)
            lines.append(word[:most])
            word = word[most:]
        lines.append(word)
    return lines
