"""The slate as a picture: in the page's colour and language, whatever its title."""

from io import BytesIO

import pytest
from PIL import Image

from campaigns.enums import PosterColour
from live.air import draw_slate as module
from live.air.draw_slate import _wrapped, draw_slate
from tests.live.airing import make_live_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def words(monkeypatch):
    """What is written on the slate."""
    written = []
    monkeypatch.setattr(module, "_write", lambda picture, *words: written.append(words))
    return written


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("colour", PosterColour.values)
def test_every_colour(house, colour):
    picture = opened(draw_slate(make_live_page(house, poster_colour=colour)))
    assert picture.size == (1280, 720)
    assert picture.getpixel((5, 5)) == opened_colour(module._COLOURS[colour][0])
    # The words are there: ink on the left half, above the ground.
    ink = opened_colour(module._COLOURS[colour][2])
    box = picture.crop((60, 60, 700, 400))
    assert {pixel: n for n, pixel in box.getcolors(1_000_000)}.get(ink, 0) > 5000


def opened_colour(code: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(code[1:]))


def test_in_the_language_of_the_page(house, translate, words):
    page = make_live_page(house)
    draw_slate(page)
    draw_slate(translate(page))
    assert [sentence for sentence, _, _ in words] == [
        "On revient tout de suite",
        "We’ll be right back",
    ]
    assert words[0][1] == page.title


def test_a_very_long_title_keeps_within_two_lines(house):
    picture = opened(draw_slate(make_live_page(house, "Le tour du monde des potagers " * 8)))
    assert picture.size == (1280, 720)
    assert len(_wrapped("Le tour du monde des potagers " * 8, 44)) > 2


def test_every_vegetable_of_the_cast_is_there():
    cast = {who for *_, both in module._COLOURS.values() for who in both}
    assert all(module._character(who).strip().startswith("<") for who in cast)
    assert module._character("ananas") == ""
