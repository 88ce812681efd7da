"""The demo's world tour: six links, three themes, four hours, in both languages."""

from live.enums import SegmentKind
from portal.demo.lives import PARTS, PITCH, TITLE, first_hour
from portal.demo.texts import THEMES


def test_six_links_and_three_themes():
    links = [part for part in PARTS if part.kind == SegmentKind.DUPLEX]
    assert len(links) == 6
    assert [part.minutes for part in links].count(30) == 1
    assert all(part.zone and part.guests and part.place for part in links)
    asked = [part.theme for part in PARTS if part.kind == SegmentKind.QUESTIONS]
    assert set(asked) == {theme.slug for theme in THEMES}
    assert 3.5 * 60 < sum(part.minutes for part in PARTS) <= 4 * 60


def test_texts_fit_their_fields():
    assert all(0 < len(part.title) <= 120 and 0 < len(part.english) <= 120 for part in PARTS)
    assert len(PITCH) <= 200
    assert len(TITLE) <= 60
    assert first_hour().hour == 14
