"""The sheet to print: whatever the title, one page in the cause's colour."""

import pytest

from campaigns.enums import PosterColour
from fundraising.domain.draw_sheet import draw_sheet

ADDRESS = "https://la-cagette.example/collectes/zoe-court/"


@pytest.mark.parametrize("colour", PosterColour)
def test_one_page_of_a4(colour):
    drawn = draw_sheet("Zoé court", "Un kilomètre, un kilo.", colour, ADDRESS)
    assert drawn.startswith(b"%PDF-")
    assert drawn.count(b"/Type /Page\n") == 1
    # 1240 points at 150 an inch are 595 at 72: A4.
    assert b"/MediaBox [ 0 0 595.2 841.92 ]" in drawn


@pytest.mark.parametrize("title", ["x" * 80, "お誕生日 " * 12, "W" * 40 + " " + "i" * 39, "Z"])
def test_any_title_finds_room(title):
    assert draw_sheet(title, "W" * 120, "sun", ADDRESS).startswith(b"%PDF-")
