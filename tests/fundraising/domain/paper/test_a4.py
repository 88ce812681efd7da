"""What others read in a page that we wrote."""

from datetime import UTC, datetime

import pytest

from fundraising.domain.paper.a4 import A4, MARGIN, WIDTH, About, Hand
from fundraising.domain.paper.faces import Face
from tests.fundraising.read_pdf import boxes_of, fonts_of, said_of, tags_of, words_of

ABOUT = About("Deux kilos", "La Cagette", "fr", datetime(2026, 11, 30, 10, tzinfo=UTC))
TEXT = Hand(Face.TEXT, 12, "#231A14")


def written(words: str) -> bytes:
    paper = A4(ABOUT)
    with paper.tagged("P"):
        paper.write_lines(paper.lines(words, TEXT, WIDTH - 2 * MARGIN), TEXT, MARGIN, MARGIN)
    return paper.finished()


@pytest.mark.parametrize(
    "words",
    [
        "Un cœur d’été, où ça\u00a0? «\u00a0Là\u00a0»…",
        "Željko Šimić, Łódź, Győr",
        "Николай, Ὀδυσσεύς, 山田太郎, 𐌰𐌱",
        "(a) \\ <b> % /Type",
    ],
)
def test_every_word_is_read(words):
    # poppler hands out no-break spaces as the spaces they are.
    plain = words.replace("\u00a0", " ")
    pdf = written(words)
    assert words_of(pdf) == plain
    assert tags_of(pdf) == [("Document", ""), ("P", plain)]
    assert set(fonts_of(pdf)) == {("yes", "yes", "yes")}


def test_words_from_right_to_left_are_read_as_they_were_typed():
    marks = str.maketrans("", "", "\u202a\u202b\u202c")
    assert words_of(written("יוסף بن Zoé")).translate(marks) == "יוסף بن Zoé"


def test_words_at_the_ends_of_lines_do_not_run_together():
    words = "Donner des légumes frais à qui n’en a pas. " * 8
    pdf = written(f"1 rue\n{words.strip()}")
    assert tags_of(pdf)[1] == ("P", f"1 rue {words.strip()}")
    assert max(right for _left, _top, right, _bottom in boxes_of(pdf)) <= WIDTH - MARGIN + 0.01


def test_pictures_that_no_face_has_are_left_out():
    assert words_of(written("🥕 Zoé 🥕👩\u200d🌾 court ❤️, vite 🥕")) == "Zoé court, vite"
    assert words_of(written("🥕🥕")) == "🥕🥕"


def test_what_the_file_says_of_itself():
    pdf = written("x")
    said = said_of(pdf)
    assert (said["Title"], said["Author"]) == ("Deux kilos", "La Cagette")
    assert (said["Tagged"], said["Pages"]) == ("yes", "1")
    assert said["Page size"] == "595.28 x 841.89 pts (A4)"
    assert b"/Lang (fr)" in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_the_same_words_are_the_same_file():
    assert written("Zoé") == written("Zoé")
    assert written("Zoé") != written("Zoe")


def test_decoration_is_not_read():
    paper = A4(ABOUT)
    with paper.decoration():
        paper.write_lines(["~~~"], TEXT, MARGIN, MARGIN)
    with paper.within("Sect"), paper.tagged("H2"):
        paper.write_lines(["Le don"], TEXT, MARGIN, 2 * MARGIN)
    assert tags_of(paper.finished()) == [("Document", ""), ("Sect", ""), ("H2", "Le don")]


def test_fonts_of_past_files_are_let_go():
    from fpdf.fonts import SubsetMap

    written("Zoé")
    assert SubsetMap.pick.cache_info().currsize == 0
    assert SubsetMap.get_glyph.cache_info().currsize == 0
