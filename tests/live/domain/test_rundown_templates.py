"""Rundowns to begin with: whole, valid, of the length they promise."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from live.domain.plan_rundown import plan_rundown
from live.domain.rundown_templates import TEMPLATES, segments_of
from live.enums import SegmentKind
from live.rundown_refusals import NoSuchTemplate

AFTERNOON = datetime(2026, 12, 12, 14, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize("name", [one.name for one in TEMPLATES])
def test_every_part_is_valid(name):
    segments = segments_of(name)
    keys = {one.key for one in segments}
    assert len(keys) == len(segments)
    for one in segments:
        one.clean_fields(exclude={"page"})
        assert one.fallback_key in keys | {""}
        assert one.fallback_key != one.key


def test_the_world_tour_has_six_links_and_three_themes_in_four_hours():
    segments = segments_of("world-tour")
    links = [one for one in segments if one.kind == SegmentKind.DUPLEX]
    assert len(links) == 6
    assert sorted(one.planned_s for one in links)[-1] == 30 * 60
    assert all(one.time_zone and one.fallback_key for one in links)
    assert len({one.continent for one in links}) == 5
    assert sum(one.kind == SegmentKind.QUESTIONS for one in segments) == 3
    assert 3.75 * 3600 < plan_rundown(segments, AFTERNOON).length_s <= 4 * 3600


def test_taking_one_twice_gives_other_parts():
    first, second = segments_of("studio-evening"), segments_of("studio-evening")
    assert not {one.key for one in first} & {one.key for one in second}


def test_another_name_is_refused():
    with pytest.raises(NoSuchTemplate):
        segments_of("circus")
