"""A live programme knows its time zone, and calendars know it for ever."""

import pytest
from django.core.exceptions import ValidationError

from live.models import LiveIndexPage, LiveProgrammePage
from live.models.programme import is_time_zone
from tests.live.replays import make_live


@pytest.mark.parametrize("name", ["Europe/Paris", "America/Sao_Paulo", "UTC"])
def test_time_zones(name):
    is_time_zone(name)


@pytest.mark.parametrize("name", ["Paris", "Europe/Atlantis", "", "../etc/passwd"])
def test_no_time_zones(name):
    with pytest.raises(ValidationError):
        is_time_zone(name)


@pytest.mark.django_db
def test_each_has_its_own_name_in_calendars(house):
    first, second = make_live(house.home), make_live(house.home, "Encore")
    assert first.calendar_uid != second.calendar_uid
    assert (first.time_zone, first.calendar_sequence) == ("Europe/Paris", 0)


def test_lives_stand_in_their_list_alone():
    assert LiveIndexPage.allowed_subpage_models() == [LiveProgrammePage]
    assert LiveProgrammePage.allowed_subpage_models() == []
