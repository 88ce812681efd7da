from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import portal
from portal.demo.posters import BY_SLUG, SCENES, draw_poster

FONTS = Path(portal.__file__).parent / "static" / "vendor" / "fonts"


def opened(png):
    return Image.open(BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.slug)
def test_a_poster_has_the_size_asked_and_real_colours(scene):
    poster = opened(draw_poster(scene, (640, 360), fonts_dir=FONTS))
    painted = [colour for count, colour in poster.getcolors(640 * 360) if count > 640 * 360 // 2000]
    assert poster.size == (640, 360)
    assert len(painted) > 3


def test_a_poster_is_one_flat_colour_before_all():
    poster = opened(draw_poster(BY_SLUG["sert-a-rien"], (640, 360), fonts_dir=FONTS))
    count, colour = max(poster.getcolors(640 * 360))
    assert "#{:02X}{:02X}{:02X}".format(*colour) == BY_SLUG["sert-a-rien"].ground
    assert count > 640 * 360 * 0.6


def test_no_two_posters_share_their_composition():
    drawn = {draw_poster(scene, (160, 90), fonts_dir=FONTS, lettered=False) for scene in SCENES}
    assert len(drawn) == len(SCENES) >= 12


def test_a_portrait_poster_keeps_its_whole_picture():
    scene = BY_SLUG["problemes-portrait"]
    poster = opened(draw_poster(scene, (450, 800), fonts_dir=FONTS))
    assert scene.canvas[0] * 800 == scene.canvas[1] * 450
    assert poster.size == (450, 800)
    assert len(poster.getcolors(450 * 800)) > 3


def test_a_poster_without_letters_needs_no_font(tmp_path):
    scene = BY_SLUG["monnaie"]
    bare = draw_poster(scene, (320, 180), fonts_dir=tmp_path, lettered=False)
    assert bare != draw_poster(scene, (320, 180), fonts_dir=FONTS)
