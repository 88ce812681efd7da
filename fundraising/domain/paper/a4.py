"""A sheet of A4 whose words are words: in order, with their accents, tagged for screen readers."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any, cast
from unicodedata import bidirectional, category

from fpdf import FPDF, ViewerPreferences
from fpdf.fonts import SubsetMap, TTFFont

from fundraising.domain.paper.clean_words import clean_words
from fundraising.domain.paper.faces import Face, letters, outlines
from fundraising.domain.paper.tree import Tree
from fundraising.domain.paper.wrap_words import wrap_words

# A4 in points.
WIDTH, HEIGHT = 595.28, 841.89
MARGIN = 48.0
# The glyph that each font has for letters that it has not.
_BOX = ".notdef"
# What makes a picture of the letter before it.
_VARIATIONS = tuple(map(chr, range(0xFE00, 0xFE10)))
# Of fonts that are made smaller, each of their tables would be told of.
logging.getLogger("fontTools").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself; of time, it knows `made_at` only: same words, same file."""

    title: str
    author: str
    language: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Hand:
    """How words are written: a face, a size in points, a colour."""

    face: Face
    size: float
    colour: str

    @property
    def step(self) -> float:
        """From one line to the next."""
        return self.size * (1.48 if self.face is Face.TEXT else 1.1)


class A4(FPDF):
    """One page. Whoever writes on it says where; nothing flows, nothing breaks by itself."""

    struct_builder: Tree

    def __init__(self, about: About) -> None:
        super().__init__(unit="pt", format=(WIDTH, HEIGHT))
        self.struct_builder = Tree()
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_auto_page_break(False)
        self.set_title(clean_words(about.title))
        self.set_author(clean_words(about.author))
        self.set_lang(about.language)
        self.set_creation_date(about.made_at)
        self.add_page()

    @contextmanager
    def within(self, kind: str) -> Iterator[None]:
        """Hang what is tagged meanwhile under an element of a kind (“Sect”, “L”)."""
        with self.struct_builder.branch(f"/{kind}", self.pages[self.page]):
            yield

    @contextmanager
    def tagged(self, kind: str) -> Iterator[None]:
        """Tag what is written meanwhile: “H1”, “H2”, “P”, “Lbl”, “LBody”."""
        number = self.struct_builder.next_mcid_for_page(self.page)
        element = self._add_marked_content(struct_type=f"/{kind}", mcid=number)
        element.pg = self.pages[self.page]  # type: ignore[assignment]
        self._out(f"/{kind} <</MCID {number}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Pass over what is drawn meanwhile when the page is read aloud."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")

    def measure(self, hand: Hand, words: str) -> float:
        """Return how wide words are."""
        return sum(
            self._font(face).get_text_width(piece, hand.size, None)[1]
            for (face, _is_there), piece in _pieces(words, hand.face)
        )

    def lines(self, words: str, hand: Hand, width: float) -> list[str]:
        """Return the lines that words take within a width."""
        shown = _without_pictures(clean_words(words), hand.face)
        return wrap_words(shown, width, partial(self.measure, hand))

    def write_lines(self, lines: list[str], hand: Hand, left: float, top: float) -> float:
        """Write lines; return how far down the last one comes."""
        self.set_text_color(hand.colour)
        for line in lines:
            self._write_line(line, hand, left, top + hand.size)
            top += hand.step
        return top

    def finished(self) -> bytes:
        """Return the file."""
        written = bytes(self.output())
        # fpdf2 keeps each font of each file in these for ever.
        for kept in (SubsetMap.pick, SubsetMap.get_glyph):
            cast(Any, kept).cache_clear()
        return written

    def _write_line(self, line: str, hand: Hand, left: float, baseline: float) -> None:
        for (face, is_there), piece in _pieces(line, hand.face):
            font = self._font(face)
            self.set_font(font.fontkey, size=hand.size)
            if not is_there:
                piece = _as_boxes(font, piece)
            self.text(left, baseline, piece)
            left += font.get_text_width(piece, hand.size, None)[1]

    def _font(self, face: Face) -> TTFFont:
        key = face.name.lower()
        if key not in self.fonts:
            file = cast(Path, BytesIO(outlines(face)))
            font = TTFFont(self, file, key, "")
            # Letters are left out, none is changed: measuring them anew takes a third of the time.
            font.ttfont.recalcBBoxes = False
            font.cmap = dict(font.cmap)
            self.fonts[key] = font
        return cast(TTFFont, self.fonts[key])


def _as_boxes(font: TTFFont, piece: str) -> str:
    """Let letters that no face has be empty boxes that are copied and read as what they are.

    Return them as they stand from left to right: so readers expect Arabic and Hebrew in a PDF.
    """
    font.cmap |= {ord(letter): _BOX for letter in piece}
    font.glyph_ids |= {ord(letter): 0 for letter in piece}
    return piece[::-1] if bidirectional(piece[0]) in ("R", "AL") else piece


def _without_pictures(words: str, face: Face) -> str:
    """Leave out emojis and the like that no face has, unless nothing else was written."""
    kept = "".join(
        letter for letter in words if _face_of(face, letter)[1] or not _is_picture(letter)
    )
    if kept == words or not kept.strip():
        return words
    # No space is left where one stood: not two in a row, none at the ends, none before a comma.
    return re.sub(" {2,}", " ", re.sub(r" +(?=[,.)])", "", kept)).strip(" ")


def _is_picture(letter: str) -> bool:
    return category(letter) in ("So", "Sk", "Cn") or letter in _VARIATIONS


def _pieces(words: str, face: Face) -> Iterator[tuple[tuple[Face, bool], str]]:
    """Cut words where another face begins; say of each piece its face, and whether that has it."""
    for of_face, piece in groupby(words, partial(_face_of, face)):
        yield of_face, "".join(piece)


def _face_of(face: Face, letter: str) -> tuple[Face, bool]:
    code = ord(letter)
    if code in letters(face):
        return face, True
    if code in letters(face.extended):
        return face.extended, True
    return face, False
