"""Publishing and taking down reach calendars."""

import pytest

pytestmark = pytest.mark.django_db


def test_publishing_and_taking_down(make_live):
    page = make_live()
    page.refresh_from_db()
    assert page.announced_as["title"] == page.title
    assert page.calendar_sequence == 0
    page.unpublish()
    page.refresh_from_db()
    assert (page.announced_as["is_live"], page.calendar_sequence) == (False, 1)
