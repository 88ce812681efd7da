"""A tax receipt as a PDF of one page, in letters."""

from dataclasses import dataclass

from fundraising.domain.paper.a4 import A4, HEIGHT, MARGIN, WIDTH, About, Hand
from fundraising.domain.paper.faces import Face
from fundraising.domain.receipt_facts import ReceiptFacts

_INK, _SOFT, _LEEK, _TOMATO = "#231A14", "#5E4B3F", "#0B6B45", "#C7361D"
_TITLE = Hand(Face.HEADINGS, 31, _INK)
_NUMBER = Hand(Face.HEADINGS, 21, _INK)
_HEADING = Hand(Face.HEADINGS, 16.5, _LEEK)
_FORM = Hand(Face.TEXT, 11, _SOFT)
_LABEL_WIDTH, _GAP, _RULE = 158.0, 20.0, 1.5
# Of texts, the usual one first; a year of gifts with a long address takes a smaller one.
_SIZES = (13.0, 11.5, 10.0, 8.5, 7.0, 5.5)


@dataclass(frozen=True, slots=True)
class _Hands:
    """How labels and values are written: what one of `_SIZES` makes of them."""

    size: float

    @property
    def label(self) -> Hand:
        return Hand(Face.TEXT, self.size, _SOFT)

    @property
    def value(self) -> Hand:
        return Hand(Face.TEXT, self.size, _INK)


def draw_receipt(facts: ReceiptFacts) -> bytes:
    """Return the page with all that `facts` say: the more it is, the smaller, so that all fits."""
    for size in _SIZES:
        paper, bottom = _drawn(facts, _Hands(size))
        if bottom <= HEIGHT - MARGIN:
            break
    return paper.finished()


def _drawn(facts: ReceiptFacts, hands: _Hands) -> tuple[A4, float]:
    """Return the page in a size, and how far down its last line comes."""
    title = f"{facts.title}, N° {facts.number}"
    paper = A4(About(title, facts.issuer, "fr", facts.issued_at))
    top = _head(paper, facts)
    for heading, lines in facts.blocks:
        with paper.within("Sect"):
            _rule(paper, top)
            with paper.tagged("H2"):
                paper.write_lines([heading], _HEADING, MARGIN, top + 9)
            top = _block(paper, lines, top + 36, hands) + 12
    _rule(paper, top)
    for words in (facts.certified, facts.signed):
        with paper.tagged("P"):
            top = _lines(paper, words, hands.value, MARGIN, top + 11)
    return paper, top


def _head(paper: A4, facts: ReceiptFacts) -> float:
    """Write title, number and mark; return where the first block begins."""
    top = MARGIN
    with paper.tagged("H1"):
        paper.write_lines([facts.title], _TITLE, MARGIN, top)
    number = f"N° {facts.number}"
    with paper.tagged("P"):
        left = WIDTH - MARGIN - paper.measure(_NUMBER, number)
        paper.write_lines([number], _NUMBER, left, top + _TITLE.size - _NUMBER.size)
    with paper.tagged("P"):
        paper.write_lines([facts.form], _FORM, MARGIN, top + 46)
    top += 74
    return _mark(paper, facts, top) if facts.mark else top


def _mark(paper: A4, facts: ReceiptFacts, top: float) -> float:
    """Write what qualifies the receipt, in a frame; return where the next block begins."""
    colour = _TOMATO if facts.is_void else _INK
    hand = Hand(Face.HEADINGS, 16.5, colour)
    lines = paper.lines(facts.mark, hand, WIDTH - 2 * MARGIN - 24)
    with paper.decoration():
        paper.set_draw_color(colour)
        paper.set_line_width(2)
        paper.rect(MARGIN, top, WIDTH - 2 * MARGIN, len(lines) * hand.step + 18)
    with paper.tagged("P"):
        return paper.write_lines(lines, hand, MARGIN + 12, top + 8) + 10 + _GAP


def _rule(paper: A4, top: float) -> None:
    with paper.decoration():
        paper.set_draw_color(_INK)
        paper.set_line_width(_RULE)
        paper.line(MARGIN, top, WIDTH - MARGIN, top)


def _block(paper: A4, lines: tuple[tuple[str, str], ...], top: float, hands: _Hands) -> float:
    """Write labels and values side by side; return where the next block begins."""
    with paper.within("L"):
        for label, value in lines:
            with paper.within("LI"):
                with paper.tagged("Lbl"):
                    paper.write_lines([f"{label} "], hands.label, MARGIN, top)
                with paper.tagged("LBody"):
                    top = _lines(paper, value, hands.value, MARGIN + _LABEL_WIDTH, top)
    return top


def _lines(paper: A4, words: str, hand: Hand, left: float, top: float) -> float:
    lines = paper.lines(words, hand, WIDTH - MARGIN - left)
    return paper.write_lines(lines, hand, left, top)
