"""A live that ended waits in the inbox until its checklist is closed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.close_live import close_live
from live.models import Run
from tests.live.replays import make_replay, tick_all
from users.domain.read_inbox import read_inbox

pytestmark = pytest.mark.django_db


def waiting(user, **values):
    return list(read_inbox(user, kind="after_live", **values).rows)


def test_until_it_is_closed(house, admin):
    replay = make_replay(house.home, "aa")
    Run.objects.update(ended_at=timezone.now() - timedelta(days=2))
    (row,) = waiting(admin)
    assert "Tour du monde" in row.entry.title
    assert row.entry.link == f"/admin/live/{replay.run_id}/after/"
    assert not row.is_overdue
    close_live(tick_all(replay), admin, is_public=True)
    assert waiting(admin) == []


def test_red_after_three_days(house, admin):
    make_replay(house.home, "aa")
    Run.objects.update(ended_at=timezone.now() - timedelta(days=3, minutes=1))
    assert waiting(admin)[0].is_overdue


def test_not_for_those_who_publish_nothing(house, make_user):
    make_replay(house.home, "aa")
    assert waiting(make_user("ana")) == []
