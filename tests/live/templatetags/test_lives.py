"""What templates ask of live programmes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.models import LiveProgrammePage, Run
from live.templatetags.lives import (
    aftermath_of,
    discussed_in,
    live_of_the_moment,
    lives_of,
    on_air_of,
    plan_of,
    show_of,
)

pytestmark = pytest.mark.django_db


def test_a_programme_that_waits(make_live, live_index, make_theme):
    page = make_live(themes=[make_theme()], segments=[{"planned_s": 60}])
    show = show_of(page)
    assert show.is_before
    assert on_air_of(show) is None
    assert plan_of(page).length_s == 60
    assert [one.theme.name for one in discussed_in(page)] == ["Argent"]
    assert lives_of(live_index).first.page == page


def test_a_programme_on_air_and_over(make_live):
    page = make_live()
    run = Run.objects.create(programme=page, started_at=timezone.now())
    assert on_air_of(show_of(page)).drift_s == 0
    Run.objects.update(ended_at=page.starts_at + timedelta(hours=1))
    assert aftermath_of(page, show_of(page), None).gifts == []
    assert show_of(page).run == run


def test_the_live_of_the_moment_is_remembered(make_live, house, django_assert_num_queries):
    page = make_live()
    assert live_of_the_moment(house.home).page == page
    with django_assert_num_queries(0):
        assert live_of_the_moment(house.home).page.title == page.title


def test_a_page_that_is_being_written_has_no_plan_yet():
    assert plan_of(LiveProgrammePage()) is None
