"""The addresses of live programmes in the CMS."""

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from live.domain.close_live import close_live
from live.domain.trim_replay import trim_replay
from tests.live.replays import make_replay, tick_all


def test_the_screen_that_closes_a_live():
    assert reverse("live_after", args=[7]) == "/admin/live/7/after/"


@pytest.mark.django_db
def test_what_was_done_stands_in_the_pages_history(house, admin, client):
    replay = make_replay(house.home, "aaaa")
    trim_replay(replay, admin, head_s=1, tail_s=0)
    close_live(tick_all(replay), admin, is_public=True)
    assert {"live.replay.trim", "live.replay.publish"} <= set(registry.get_actions())
    client.force_login(admin)
    page = client.get(reverse("wagtailadmin_pages:history", args=[replay.run.programme_id])).text
    assert "La rediffusion a été publiée" in page
    assert "La rediffusion a été coupée" in page
