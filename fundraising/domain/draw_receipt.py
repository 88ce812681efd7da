"""A tax receipt as a PDF of one page."""

from io import BytesIO
from itertools import groupby

from PIL import Image, ImageDraw

from campaigns.domain.display_font import display_font, is_extended, text_font
from fundraising.domain.draw_sheet import DOTS_PER_INCH, MARGIN_PX, SIZE_PX, wrapped
from fundraising.domain.receipt_facts import ReceiptFacts

_INK, _SOFT, _LEEK, _TOMATO = "#231A14", "#5E4B3F", "#0B6B45", "#C7361D"
_LABEL_PX, _TEXT_PX, _STEP_PX = 330, 27, 40
_QUALITY = 95


def draw_receipt(facts: ReceiptFacts) -> bytes:
    """Return the page with all that `facts` say."""
    sheet = Image.new("RGB", SIZE_PX, "#FFFFFF")
    pen = ImageDraw.Draw(sheet)
    top = MARGIN_PX
    pen.text((MARGIN_PX, top), facts.title, fill=_INK, font=display_font(64))
    place = (SIZE_PX[0] - MARGIN_PX, top + 8)
    pen.text(place, f"N° {facts.number}", fill=_INK, font=display_font(46), anchor="ra")
    top += 96
    pen.text((MARGIN_PX, top), facts.form, fill=_SOFT, font=text_font(24))
    top += 50
    if facts.mark:
        for line in wrapped(facts.mark, display_font(34), SIZE_PX[0] - 2 * MARGIN_PX):
            pen.text((MARGIN_PX, top), line, fill=_TOMATO, font=display_font(34))
            top += 46
        top += 10
    for heading, lines in facts.blocks:
        pen.line((MARGIN_PX, top, SIZE_PX[0] - MARGIN_PX, top), fill=_INK, width=3)
        pen.text((MARGIN_PX, top + 16), heading, fill=_LEEK, font=display_font(34))
        top = _block(pen, lines, top + 70) + 26
    pen.line((MARGIN_PX, top, SIZE_PX[0] - MARGIN_PX, top), fill=_INK, width=3)
    top = _lines(pen, facts.certified, MARGIN_PX, top + 26)
    _lines(pen, facts.signed, MARGIN_PX, top + 20)
    drawn = BytesIO()
    sheet.save(drawn, "PDF", resolution=DOTS_PER_INCH, quality=_QUALITY, title=facts.number)
    return drawn.getvalue()


def _block(pen: ImageDraw.ImageDraw, lines: tuple[tuple[str, str], ...], top: int) -> int:
    """Write labels and values side by side; return where the next block begins."""
    for label, value in lines:
        pen.text((MARGIN_PX, top), label, fill=_SOFT, font=text_font(_TEXT_PX))
        top = _lines(pen, value, MARGIN_PX + _LABEL_PX, top)
    return top


def _lines(pen: ImageDraw.ImageDraw, text: str, left: int, top: int) -> int:
    width = SIZE_PX[0] - MARGIN_PX - left
    for line in text.splitlines():
        for part in wrapped(line, text_font(_TEXT_PX), width):
            _line(pen, part, left, top)
            top += _STEP_PX
    return top


def _line(pen: ImageDraw.ImageDraw, text: str, left: float, top: int) -> None:
    """Write a line; letters of the rest of Europe stand in a file of their own."""
    for extended, letters in groupby(text, is_extended):
        piece, font = "".join(letters), text_font(_TEXT_PX, extended=extended)
        pen.text((left, top), piece, fill=_INK, font=font)
        left += font.getlength(piece)
