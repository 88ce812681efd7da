"""A programme refuses a time zone that nobody’s clock knows."""

import pytest
from django.core.exceptions import ValidationError

from live.models import LiveIndexPage, LiveProgrammePage


def test_where_the_pages_belong(make_show):
    page = make_show()
    assert isinstance(page.get_parent().specific, LiveIndexPage)
    assert LiveProgrammePage.allowed_subpage_models() == []


@pytest.mark.parametrize("zone", ["Europe/Paris", "Pacific/Noumea", "UTC"])
def test_time_zones(make_show, zone):
    page = make_show(time_zone=zone)
    page.full_clean()


@pytest.mark.parametrize("zone", ["Paris", "Europe/Potager", "../etc/passwd", ""])
def test_no_time_zones(make_show, zone):
    page = make_show()
    page.time_zone = zone
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "time_zone" in refused.value.message_dict


def test_a_copy_is_another_event_in_calendars(make_show):
    page, other = make_show(), make_show("Le retour")
    assert page.calendar_uid != other.calendar_uid
    assert (page.calendar_sequence, other.calendar_sequence) == (0, 0)
