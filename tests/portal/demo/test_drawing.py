import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import portal
from portal.demo.drawing import (
    CAST,
    CAST_DIR,
    Figure,
    FontMissing,
    character_markup,
    figure_markup,
    letter,
    load_font,
    price_tag,
    rasterise,
    typeset,
    wrap,
)
from portal.demo.palette import DARKER, PALETTE, WOOD

FONTS = Path(portal.__file__).parent / "static" / "vendor" / "fonts"
SVG = "{http://www.w3.org/2000/svg}"
ATTRIBUTES = {
    "cx", "cy", "d", "data-alt", "data-ink", "data-part", "fill", "r", "stroke",
    "stroke-linecap", "stroke-linejoin", "stroke-width", "viewBox",
}  # fmt: skip


def test_the_cast_is_exactly_the_drawings_on_disk():
    assert sorted(CAST) == sorted(path.stem for path in CAST_DIR.glob("*.svg"))


@pytest.mark.parametrize("who", CAST)
def test_a_drawing_can_be_inlined_anywhere(who):
    text = (CAST_DIR / f"{who}.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert len(text.encode()) < 4096
    assert root.get("viewBox") == "0 0 240 320"
    for element in root.iter():
        assert element.tag in {f"{SVG}{tag}" for tag in ("svg", "g", "path", "circle")}
        assert set(element.attrib) <= ATTRIBUTES


@pytest.mark.parametrize("who", CAST)
def test_a_drawing_uses_the_house_colours_only(who):
    text = (CAST_DIR / f"{who}.svg").read_text(encoding="utf-8")
    painted = set(re.findall(r'(?:fill|stroke|data-ink)="([^"]+)"', text)) - {"none"}
    assert painted <= PALETTE | WOOD | set(DARKER.values())


@pytest.mark.parametrize("who", CAST)
def test_everyone_can_change_eyes_and_mouth(who):
    def seen(**faces):
        markup = figure_markup(Figure(who, 0.5, 0.97, 0.95, **faces), 120, 160)
        return rasterise(markup, (120, 160), (120, 160)).tobytes()

    assert len({seen(), seen(eyes_alt=True), seen(mouth_alt=True)}) == 3


def test_another_shape_crops_the_edges_and_keeps_the_middle():
    body = '<path fill="#C7361D" d="M0 0H100V100H0Z"/><circle cx="50" cy="50" r="10"/>'
    picture = rasterise(body, (100, 100), (160, 40))
    assert picture.size == (160, 40)
    assert picture.getpixel((80, 20))[:3] == (0, 0, 0)
    assert picture.getpixel((0, 0))[:3] == (0xC7, 0x36, 0x1D)


def test_a_stranger_is_refused():
    with pytest.raises(KeyError):
        character_markup("endive")


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("Pardon ?", "Pardon\u00a0?"),
        ("« Non. »", "«\u00a0Non.\u00a0»"),
        ("1 clic = 2 kg", "1\u00a0clic = 2\u00a0kg"),
        ("20 000 clics = 40 t", "20\u00a0000\u00a0clics = 40\u00a0t"),
        ("Théo court 10 km", "Théo court 10\u00a0km"),
        ("3,00 € le kilo", "3,00\u00a0€ le kilo"),
    ],
)
def test_typesetting_holds_together_what_french_holds_together(plain, set_):
    assert typeset(plain) == set_
    assert typeset(set_) == set_


def test_wrapping_never_breaks_a_no_break_space():
    font = load_font(FONTS, 40)
    lines = wrap("un deux\u00a0kg trois", font, font.getlength("deux\u00a0kg"))
    assert lines == ["un", "deux\u00a0kg", "trois"]


def test_letters_fill_their_box_without_leaving_it():
    block = letter("Deux kilos par clic", (300, 120), FONTS, largest_px=200)
    left, top, right, bottom = block.getbbox()
    assert block.size == (300, 120)
    assert right - left > 150
    assert top >= 0
    assert bottom <= 120


def test_lines_of_a_text_are_of_like_length():
    tight = letter("Un clic, ça ne rend pas la monnaie.", (600, 120), FONTS, largest_px=50)
    assert tight.getbbox()[2] < 520


def test_a_price_tag_grows_with_its_text():
    assert price_tag("110 t + 2 kg par clic", 60, FONTS).width > price_tag("12 kg", 60, FONTS).width


def test_a_missing_font_is_named(tmp_path):
    with pytest.raises(FontMissing, match="bricolage"):
        load_font(tmp_path, 20)
