from pathlib import Path

from PIL import Image

import portal
from portal.demo.palette import SUN
from portal.demo.screenplay import LEFT, Actor, Line, Shot
from portal.demo.stage import any_of, during, stage_shot

FONTS = Path(portal.__file__).parent / "static" / "vendor" / "fonts"
SIZE_PX = (320, 180)


def opened(sprite):
    with Image.open(sprite.path) as picture:
        return picture.copy()


def test_a_speaker_rests_talks_and_blinks(tmp_path):
    line = Line("carotte", "Bonjour.", 0.5, 1.5)
    shot = Shot(3, SUN, (Actor("carotte", 0.7, 0.95, 0.6),), (line,), box=LEFT)
    rest, talk, blink, text = stage_shot(shot, SIZE_PX, tmp_path / "shot", FONTS)
    pictures = [opened(sprite) for sprite in (rest, talk, blink)]
    assert len({picture.size for picture in pictures}) == 1
    assert len({picture.tobytes() for picture in pictures}) == 3
    assert during(line) in talk.enable
    assert text.enable == "gte(t,0.5)*lt(t,3)"


def test_a_sleeper_and_sunglasses_never_blink(tmp_path):
    actors = (Actor("patate", 0.3, 0.95, 0.5), Actor("banane", 0.7, 0.95, 0.5))
    assert len(stage_shot(Shot(5, SUN, actors), SIZE_PX, tmp_path / "shot", FONTS)) == 2


def test_a_figure_stands_where_its_feet_are(tmp_path):
    shot = Shot(1, SUN, (Actor("cagette", 0.5, 0.9, 0.5),))
    (sprite,) = stage_shot(shot, SIZE_PX, tmp_path / "shot", FONTS)
    picture = opened(sprite)
    left, top = (int(value.split("+")[0]) for value in (sprite.x, sprite.y))
    assert abs(left + picture.width / 2 - 160) < 4
    assert abs(top + picture.height - 0.9 * 180) < 6


def test_a_tag_is_laid_on_top(tmp_path):
    shot = Shot(2, SUN, (Actor("chou", 0.7, 0.95, 0.5),), tag="2 kg", box=LEFT)
    assert stage_shot(shot, SIZE_PX, tmp_path / "shot", FONTS)[-1].path.stem.endswith("tag")


def test_a_condition_of_nothing_is_never_true():
    assert any_of([]) == "0"
