"""Cards are posters: the right size, few bytes, words within their place."""

from io import BytesIO

import pytest
from PIL import Image

from campaigns.card_sources import Card
from campaigns.domain.cards import draw_card as module
from campaigns.domain.cards.draw_card import SIZE_PX, draw_card
from campaigns.enums import PosterColour

MOST_BYTES = 100_000
TITLE = "Deux kilos par clic, et personne ne pleure"


def drawn(title=TITLE, colour="leek", figure="110 240 kg de légumes", dated="le 3 mars", **values):
    known = {"character": "ui/vegetables/oignon.svg", "site": "la cagette.tv", **values}
    card = Card(title=title, colour=colour, figure=figure, dated=dated, **known)
    content = draw_card(card)
    assert len(content) < MOST_BYTES
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", SIZE_PX)
    return picture.convert("RGB")


def colours(picture):
    return len(picture.getcolors(maxcolors=1 << 24))


@pytest.mark.parametrize("colour", PosterColour.values)
def test_the_ground_has_the_page_s_colour(colour):
    picture = drawn(colour=colour)
    ground = picture.getpixel((5, 5))
    wanted = module._COLOURS[PosterColour(colour)][0]
    expected = tuple(int(wanted[place : place + 2], 16) for place in (1, 3, 5))
    assert all(abs(a - b) <= 6 for a, b in zip(ground, expected, strict=True))


def test_words_the_tag_and_the_character_are_there():
    bare = drawn(title=" ", figure="", dated="", site=" ", character="ui/vegetables/none.svg")
    places = {
        "title": (64, 64, 740, 380),
        "tag": (64, 420, 740, 560),
        "site": (64, 570, 400, 620),
        "character": (840, 150, 1190, 620),
    }
    full = drawn()
    for name, place in places.items():
        assert colours(full.crop(place)) > colours(bare.crop(place)), name
    assert colours(bare.crop(places["title"])) == 1


@pytest.mark.parametrize(
    "title", ["", "Ça", "mot " * 60, "anticonstitutionnellement" * 3, "🥕 et <b>", "a\u00a0b"]
)
def test_any_title_stays_left_of_the_character(title):
    font_lines, font, _step = module._typeset(module._shortened(title or " ", 160), 64, 400)
    if "anticonstitutionnellement" * 2 not in title:
        assert max(font.getlength(line) for line in font_lines) <= module.TITLE_WIDTH_PX
    drawn(title=title)


def test_a_moment_stands_above_the_title():
    bare, full = drawn(title="Ça"), drawn(title="Ça", moment="Direct : samedi à 20 h 30")
    strip = (64, 44, 500, 108)
    assert full.crop(strip).getpixel((12, 32)) != bare.crop(strip).getpixel((12, 32))
    assert colours(full.crop(strip)) > 2
    right_of_it = (760, 44, 780, 300)
    long = drawn(title="mot " * 60, moment="Direct : samedi 28 novembre " * 20)
    assert colours(long.crop(right_of_it)) == 1


def test_a_long_figure_is_cut():
    tag = module._tag(Card("", "leek", "", "", figure="9 999 999 kg " * 20), "#FFCB3D")
    assert tag.width < module.TITLE_WIDTH_PX + 150
