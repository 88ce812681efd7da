"""The screen that closes a live: its address, its button, what it leaves in the history."""

import pytest
from django.urls import reverse

from live.domain.close_live import close_live
from live.domain.open_replay import open_replay
from live.domain.trim_replay import trim_replay
from tests.live.replays import at, make_live, make_replay, make_run, tick_all


def test_the_screen_that_closes_a_live():
    assert reverse("live_after", args=[7]) == "/admin/live/7/after/"


@pytest.mark.django_db
def test_what_was_done_stands_in_the_pages_history(house, admin, client):
    replay = make_replay(house.home, "aaaa")
    trim_replay(replay, admin, head_s=1, tail_s=0)
    close_live(tick_all(replay), admin, is_public=True)
    client.force_login(admin)
    page = client.get(reverse("wagtailadmin_pages:history", args=[replay.run.programme_id])).text
    assert "La rediffusion a été publiée" in page
    assert "La rediffusion a été coupée" in page


@pytest.mark.django_db
def test_the_page_leads_to_its_latest_replay(house, admin, client):
    page = make_live(house.home)
    client.force_login(admin)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "/after/" not in client.get(address).text
    first, last = make_run(page, "aa"), make_run(page, "bb", started_at=at(99))
    open_replay(first)
    assert f"/admin/live/{first.pk}/after/" in client.get(address).text
    open_replay(last)
    shown = client.get(address).text
    assert f"/admin/live/{last.pk}/after/" in shown
    assert f"/admin/live/{first.pk}/after/" not in shown
    other = reverse("wagtailadmin_pages:edit", args=[house.home.pk])
    assert "/after/" not in client.get(other).text
