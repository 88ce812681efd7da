"""The feeds in the CMS: keys are shown once, to those who may publish."""

import re

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from live.domain.srt_access import srt_access
from live.gateways import srt
from live.models import Feed
from live.models.keys import digest_of
from tests.live.feeds import make_feed, make_live, make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(house):
    return make_live(house)


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    UserProfile.objects.create(user=admin, preferred_language="en")
    return client


@pytest.fixture
def screen(programme):
    return reverse("live_feeds", args=[programme.pk])


def change(desk, feed, deed):
    return desk.post(reverse("live_change_feed", args=[feed.programme_id, feed.pk, deed]))


def value_of(page, field):
    found = re.search(rf'id="{field}" readonly value="([^"]+)"', page)
    return found and found[1]


def test_an_empty_screen_says_what_will_be_here(desk, screen):
    answer = desk.get(screen)
    assert "No feed yet" in answer.text
    assert "no-store" in answer["Cache-Control"]


def test_a_new_feed_shows_its_key_once_with_the_server(desk, programme, screen, settings):
    settings.RTMP_PORT, settings.RTMP_PUBLIC_PORT = 1936, 1999
    answer = desk.post(
        reverse("live_add_feed", args=[programme.pk]), {"name": "Nairobi", "role": "duplex"}
    )
    key = value_of(answer.text, "key")
    assert Feed.objects.get().stream_key_digest == digest_of(key)
    assert value_of(answer.text, "server") == "rtmp://localhost:1999/live"
    assert "no-store" in answer["Cache-Control"]
    assert key not in desk.get(screen).text


def test_a_refused_name_keeps_what_was_typed(desk, programme):
    make_feed(None, "Nairobi", programme=programme)
    answer = desk.post(
        reverse("live_add_feed", args=[programme.pk]), {"name": "Nairobi", "role": "duplex"}
    )
    assert answer.status_code == 409
    assert "FED-042" in answer.text
    assert 'value="Nairobi"' in answer.text
    assert '<option value="duplex" selected>' in answer.text


def test_a_key_is_changed_and_revoked(desk, programme):
    feed = make_feed(None, programme=programme)
    key = value_of(change(desk, feed, "rotate").text, "key")
    feed.refresh_from_db()
    assert feed.stream_key_digest == digest_of(key)
    assert change(desk, feed, "revoke").status_code == 302
    feed.refresh_from_db()
    assert feed.stream_key_digest is None


def test_a_guest_is_invited_and_the_link_taken_back(desk, programme, settings):
    feed = make_feed(None, programme=programme)
    link = value_of(change(desk, feed, "invite").text, "link")
    assert link.startswith(f"{settings.PUBLIC_URL}/")
    assert desk.get(link.removeprefix(settings.PUBLIC_URL)).status_code == 200
    change(desk, feed, "uninvite")
    assert desk.get(link.removeprefix(settings.PUBLIC_URL)).status_code == 410


def test_the_rows_alone_are_asked_for_again_and_again(desk, programme, screen):
    feed = make_feed(None, programme=programme)
    make_session(feed, bitrate_bps=2_400_000, width_px=1280, height_px=720)
    rows = desk.get(screen, {"rows": ""}).text
    assert "1280 × 720 · 2.4 Mbit/s" in rows
    assert "feed__light--on" in rows
    assert "<html" not in rows


def test_unknown_deeds_and_foreign_feeds_are_not_found(desk, programme, house):
    feed, other = make_feed(None, programme=programme), make_live(house)
    assert change(desk, feed, "explode").status_code == 404
    address = reverse("live_change_feed", args=[other.pk, feed.pk, "revoke"])
    assert desk.post(address).status_code == 404
    assert change(desk, feed, "revoke").status_code == 302
    assert (
        desk.get(reverse("live_change_feed", args=[programme.pk, feed.pk, "revoke"])).status_code
        == 405
    )


def test_who_may_not_publish_is_sent_away(client, make_user, programme, screen):
    feed = make_feed(None, programme=programme)
    client.force_login(make_user("zoe"))
    assert client.get(screen).status_code == 302
    before = Feed.objects.values().get()
    assert change(client, feed, "rotate").status_code == 302
    assert Feed.objects.values().get() == before


def test_without_the_rtmp_port_the_screen_says_so(desk, screen, settings):
    settings.RTMP_PORT = 0
    assert "without its RTMP port" in desk.get(screen).text


def test_a_key_comes_with_its_srt_address_when_that_door_is_open(desk, programme, settings):
    settings.SRT_PORT = 9998
    feed = make_feed(None, programme=programme)
    page = change(desk, feed, "rotate").text
    access = srt_access(digest_of(value_of(page, "key")))
    assert value_of(page, "srt") == f"srt://localhost:9998?streamid={access.stream_id}"
    assert value_of(page, "passphrase") == access.passphrase
    assert "&amp;passphrase=" in page


@pytest.mark.parametrize(("port", "library"), [(0, "libsrt.so"), (9998, "")])
def test_no_srt_address_is_shown_while_that_door_is_shut(
    desk, programme, settings, monkeypatch, port, library
):
    settings.SRT_PORT = port
    monkeypatch.setattr(srt, "library_name", lambda: library)
    page = change(desk, make_feed(None, programme=programme), "rotate").text
    assert value_of(page, "key")
    assert "srt://" not in page


def test_without_rtmp_encoders_are_sent_to_srt_alone(desk, programme, screen, settings):
    settings.RTMP_PORT, settings.SRT_PORT = 0, 9998
    assert "Encoders send to srt://localhost:9998;" in desk.get(screen).text
    page = change(desk, make_feed(None, programme=programme), "rotate").text
    assert value_of(page, "server") is None
    assert value_of(page, "srt")
