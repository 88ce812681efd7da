"""The sheet to print: whatever the title, one page in the cause's colour."""

import pytest

from campaigns.enums import PosterColour
from campaigns.models import Cause
from fundraising.domain.draw_sheet import draw_sheet
from fundraising.models import Fund, Fundraiser
from tests.fundraising.read_pdf import boxes_of, said_of, tags_of, words_of

ADDRESS = "https://la-cagette.example/collectes/zoe-court/"


def page_of(title: str = "Zoé court", reason: str = "Un kilomètre.", colour: str = "sun"):
    fund = Fund(cause=Cause(colour=colour))
    return Fundraiser(fund=fund, title=title, reason=reason, name="Zoé")


@pytest.mark.parametrize("colour", PosterColour)
def test_one_page_of_a4(colour):
    pdf = draw_sheet(page_of(colour=colour), ADDRESS)
    said = said_of(pdf)
    assert (said["Pages"], said["Page size"]) == ("1", "595.28 x 841.89 pts (A4)")
    assert (said["Title"], said["Author"], said["Tagged"]) == ("Zoé court", "Zoé", "yes")
    # The code is drawn, not painted: sharp at any size.
    assert b"/Subtype /Image" not in pdf


def test_its_words_are_words_and_its_code_has_a_name():
    page = page_of()
    page.language = "en"
    pdf = draw_sheet(page, ADDRESS)
    assert tags_of(pdf) == [
        ("Document", ""),
        ("H1", "Zoé court"),
        ("P", "Un kilomètre."),
        ("Figure", ""),
        ("P", "la-cagette.example/collectes/zoe-court/"),
    ]
    assert b"/Alt (QR code that leads to https://la-cagette.example/collectes/zoe-court/)" in pdf
    assert b"/Lang (en)" in pdf
    assert draw_sheet(page, ADDRESS) == pdf


def test_a_short_title_is_large_and_no_word_is_cut_without_need():
    def tallest(title: str) -> float:
        words = boxes_of(draw_sheet(page_of(title), ADDRESS))
        return max(bottom - top for _left, top, _right, bottom in words)

    assert tallest("Vite") > tallest("Zoé court pour les légumes") > tallest("navet " * 13)
    long = "Anticonstitutionnellement, des navets"
    assert long in words_of(draw_sheet(page_of(long), ADDRESS))


@pytest.mark.parametrize(
    "title", ["x" * 80, "お誕生日 " * 12, "W" * 40 + " " + "i" * 39, "Z", "\x00🥕\u202e" * 26]
)
def test_any_title_finds_room(title):
    pdf = draw_sheet(page_of(title, "W" * 120), f"{ADDRESS}{'w' * 60}")
    assert said_of(pdf)["Pages"] == "1"
    words = boxes_of(pdf)
    assert all(0 < left < right < 595 and top > 0 for left, top, right, _bottom in words)
    # Nothing runs into the code.
    assert all(bottom < 444 for _left, _top, _right, bottom in words[:-1])
    assert words_of(pdf).endswith("w" * 60)
