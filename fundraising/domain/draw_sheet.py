"""A sheet to print for a collection page: its title, its reason and a QR code on its colour."""

from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import override

from audience.domain.draw_qr import draw_qr
from campaigns.enums import PosterColour
from fundraising.domain.paper.a4 import A4, HEIGHT, MARGIN, WIDTH, About, Hand
from fundraising.domain.paper.faces import Face
from fundraising.models import Fundraiser

_INK, _WHITE = "#231A14", "#FFFFFF"
_GROUNDS = {
    PosterColour.CARROT: ("#F28A1E", _INK),
    PosterColour.SUN: ("#FFCB3D", _INK),
    PosterColour.LEEK: ("#0B6B45", _WHITE),
    PosterColour.TOMATO: ("#C7361D", _WHITE),
    PosterColour.PLUM: ("#6B2D5C", _WHITE),
}
_CODE = 307.0
_TITLE_SIZES = range(114, 23, -3)
_TITLE_HEIGHT, _REASON_SIZE = 250.0, 22.0
_ADDRESS_SIZES = range(16, 5, -1)


def draw_sheet(page: Fundraiser, address: str) -> bytes:
    """Return the sheet as a PDF of one page. `address` stands in the code and in letters."""
    ground, ink = _GROUNDS[PosterColour(page.fund.cause.colour)]
    paper = A4(About(page.title, page.name, page.language, page.received_at))
    width = WIDTH - 2 * MARGIN
    with paper.decoration():
        paper.set_fill_color(ground)
        paper.rect(0, 0, WIDTH, HEIGHT, style="F")
    hand, lines = _title(paper, page.title, ink)
    with paper.tagged("H1"):
        top = paper.write_lines(lines, hand, MARGIN, MARGIN)
    hand = Hand(Face.HEADINGS, _REASON_SIZE, ink)
    with paper.tagged("P"):
        paper.write_lines(paper.lines(page.reason, hand, width), hand, MARGIN, top + 14)
    with override(page.language):
        _code(paper, address)
    _address(paper, address.partition("://")[2], ink)
    return paper.finished()


def _title(paper: A4, title: str, ink: str) -> tuple[Hand, list[str]]:
    """Return the title as large as it fits; in lines that cut no word, if there is a way."""
    hands = [Hand(Face.HEADINGS, size, ink) for size in _TITLE_SIZES]
    ways = [(hand, paper.lines(title, hand, WIDTH - 2 * MARGIN)) for hand in hands]
    fitting = [way for way in ways if len(way[1]) * way[0].step <= _TITLE_HEIGHT]
    whole = [way for way in fitting if all(line.endswith(" ") for line in way[1][:-1])]
    return (whole or fitting)[0]


def _code(paper: A4, address: str) -> None:
    left, top = (WIDTH - _CODE) / 2, HEIGHT - MARGIN - _CODE - 43
    told = _("QR code that leads to %(address)s") % {"address": address}
    paper.image(BytesIO(draw_qr(address)), left, top, _CODE, _CODE, alt_text=told)


def _address(paper: A4, words: str, ink: str) -> None:
    for size in _ADDRESS_SIZES:
        hand = Hand(Face.HEADINGS, size, ink)
        width = paper.measure(hand, words)
        if width <= WIDTH - 2 * MARGIN:
            break
    with paper.tagged("P"):
        left = (WIDTH - width) / 2
        paper.write_lines([words], hand, left, HEIGHT - MARGIN - size)
