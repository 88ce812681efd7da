"""Previews of feeds: for the team, and for nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.models import FeedSegment
from tests.live.airing import make_feed, make_live_page, make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def feed(house):
    return make_feed(make_live_page(house))


@pytest.fixture
def session(feed, settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    now = timezone.now()
    session = make_session(feed, 0, "360p", started_at=now)
    for number in range(3):
        starts_at = now + timedelta(seconds=number - 4)
        FeedSegment.objects.create(session=session, number=number, starts_at=starts_at, length_s=1)
    folder = tmp_path / session.folder / "360p"
    folder.mkdir(parents=True)
    (folder / "init.mp4").write_bytes(b"init")
    (folder / "2.m4s").write_bytes(b"second")
    return session


@pytest.fixture
def cookie(client):
    def cookie(user):
        client.force_login(user)
        return f"sessionid={client.cookies['sessionid'].value}"

    return cookie


def test_the_showcaller_sees_a_feed(asgi, feed, session, cookie, admin):
    log_in = cookie(admin)
    answer = asgi("GET", f"/air/feed/{feed.public_key}/index.m3u8", cookie=log_in)
    assert answer.status == 200
    assert answer.headers["cache-control"] == "private, no-store"
    name = answer.body.decode().splitlines()[-1]
    assert name == f"{session.folder}/360p/2.m4s"
    segment = asgi("GET", f"/air/feed/{feed.public_key}/{name}", cookie=log_in)
    assert (segment.status, segment.body) == (200, b"second")
    assert segment.headers["cache-control"].startswith("private")


def test_nobody_else_does(asgi, feed, session, cookie, make_user):
    log_in = cookie(make_user("stranger"))
    paths = ("index.m3u8", f"{session.folder}/360p/2.m4s", f"{session.folder}/360p/init.mp4")
    for path in paths:
        for headers in ({}, {"cookie": log_in}):
            answer = asgi("GET", f"/air/feed/{feed.public_key}/{path}", **headers)
            assert (answer.status, answer.body) == (404, b"")


def test_a_feed_shows_its_own_sessions_only(asgi, feed, session, cookie, admin, house):
    other = make_feed(feed.programme, "Dakar")
    log_in = cookie(admin)
    path = f"/air/feed/{other.public_key}"
    assert asgi("GET", f"{path}/{session.folder}/360p/2.m4s", cookie=log_in).status == 404
    assert asgi("GET", f"{path}/index.m3u8", cookie=log_in).status == 404
    assert asgi("GET", "/air/feed/0000000000000000/index.m3u8", cookie=log_in).status == 404
    assert asgi("GET", "/air/feed/x", cookie=log_in).status == 404
