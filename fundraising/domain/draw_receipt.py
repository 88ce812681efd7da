"""A tax receipt as a PDF of one page."""

from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

from PIL import Image, ImageDraw

from campaigns.domain.display_font import display_font, is_extended, text_font
from fundraising.domain.draw_sheet import DOTS_PER_INCH, MARGIN_PX, SIZE_PX, wrapped
from fundraising.domain.receipt_facts import ReceiptFacts

_INK, _SOFT, _LEEK, _TOMATO = "#231A14", "#5E4B3F", "#0B6B45", "#C7361D"
_LABEL_PX, _STEP = 330, 40 / 27
# Of texts, the usual one first; a year of gifts with a long address takes a smaller one.
_SIZES_PX = (27, 24, 21, 18, 15)
_QUALITY = 95


@dataclass(frozen=True, slots=True)
class _Text:
    """How large texts are: what one of the sizes of `_SIZES_PX` makes of a line."""

    size_px: int

    @property
    def step_px(self) -> int:
        """From one line to the next."""
        return round(self.size_px * _STEP)


def draw_receipt(facts: ReceiptFacts) -> bytes:
    """Return the page with all that `facts` say: the more it is, the smaller, so that all fits."""
    for size_px in _SIZES_PX:
        sheet, bottom = _drawn(facts, _Text(size_px))
        if bottom <= SIZE_PX[1] - MARGIN_PX:
            break
    drawn = BytesIO()
    sheet.save(drawn, "PDF", resolution=DOTS_PER_INCH, quality=_QUALITY, title=facts.number)
    return drawn.getvalue()


def _drawn(facts: ReceiptFacts, text: _Text) -> tuple[Image.Image, int]:
    """Return the page in a size, and how far down its last line comes."""
    sheet = Image.new("RGB", SIZE_PX, "#FFFFFF")
    pen = ImageDraw.Draw(sheet)
    top = _head(pen, facts)
    for heading, lines in facts.blocks:
        pen.line((MARGIN_PX, top, SIZE_PX[0] - MARGIN_PX, top), fill=_INK, width=3)
        pen.text((MARGIN_PX, top + 16), heading, fill=_LEEK, font=display_font(34))
        top = _block(pen, lines, top + 70, text) + 26
    pen.line((MARGIN_PX, top, SIZE_PX[0] - MARGIN_PX, top), fill=_INK, width=3)
    top = _lines(pen, facts.certified, MARGIN_PX, top + 26, text)
    return sheet, _lines(pen, facts.signed, MARGIN_PX, top + 20, text)


def _head(pen: ImageDraw.ImageDraw, facts: ReceiptFacts) -> int:
    """Write title, number and mark; return where the first block begins."""
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
    return top


def _block(
    pen: ImageDraw.ImageDraw, lines: tuple[tuple[str, str], ...], top: int, text: _Text
) -> int:
    """Write labels and values side by side; return where the next block begins."""
    for label, value in lines:
        pen.text((MARGIN_PX, top), label, fill=_SOFT, font=text_font(text.size_px))
        top = _lines(pen, value, MARGIN_PX + _LABEL_PX, top, text)
    return top


def _lines(pen: ImageDraw.ImageDraw, words: str, left: int, top: int, text: _Text) -> int:
    width = SIZE_PX[0] - MARGIN_PX - left
    for line in words.splitlines():
        for part in wrapped(line, text_font(text.size_px), width):
            _line(pen, part, left, top, text)
            top += text.step_px
    return top


def _line(pen: ImageDraw.ImageDraw, words: str, left: float, top: int, text: _Text) -> None:
    """Write a line; letters of the rest of Europe stand in a file of their own."""
    for extended, letters in groupby(words, is_extended):
        piece, font = "".join(letters), text_font(text.size_px, extended=extended)
        pen.text((left, top), piece, fill=_INK, font=font)
        left += font.getlength(piece)
