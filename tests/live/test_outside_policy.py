"""The policy of a page lets in the one site that it shows, and only while it shows it."""

import pytest
from django.test import RequestFactory
from django.utils import timezone

from live.models import Recording, Run
from live.outside import read_outside
from live.outside_policy import let_in, outside_directives
from tests.portal.test_content_policy import policy

pytestmark = pytest.mark.django_db
YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
HLS = "https://live.example.org/a.m3u8"
FRAME = "https://www.youtube-nocookie.com"


def begin(page, **values) -> Run:
    return Run.objects.create(programme=page, started_at=timezone.now(), **values)


def test_nothing_unless_said():
    request = RequestFactory().get("/")
    assert outside_directives(request) == {}
    let_in(request, read_outside(YOUTUBE))
    let_in(request, read_outside(YOUTUBE))
    assert outside_directives(request) == {"frame-src": [FRAME]}
    let_in(request, read_outside(HLS))
    assert outside_directives(request)["media-src"] == ["https://live.example.org"]


def test_a_frame_is_let_in_on_that_page_alone(client, make_live, live_index):
    page = make_live(outside_address=YOUTUBE)
    strict = policy(client.get(page.url))
    begin(page)
    wider = policy(client.get(f"{page.url}?now"))
    assert wider["frame-src"] == [*strict["frame-src"], FRAME]
    assert {**wider, "frame-src": strict["frame-src"]} == strict
    for url in (live_index.url, "/", make_live("Un autre").url):
        assert policy(client.get(url)) == strict


def test_hls_is_let_in_for_the_player(client, make_live):
    page = make_live(outside_address=HLS)
    strict = policy(client.get(page.url))
    run = begin(page)
    wider = policy(client.get(f"{page.url}?now"))
    for name in ("connect-src", "media-src"):
        assert wider.pop(name) == [*strict[name], "https://live.example.org"]
        strict.pop(name)
    assert wider == strict
    Run.objects.filter(pk=run.pk).update(ended_at=timezone.now(), started_at=page.starts_at)
    page.starts_at = timezone.now()
    page.save()
    assert "live.example.org" not in str(client.get(f"{page.url}?over").headers)


def test_a_replay_by_hls_is_played_by_our_player(client, make_live):
    page = make_live(outside_address=YOUTUBE, starts_at=timezone.now())
    run = begin(page, ended_at=timezone.now())
    Recording.objects.create(run=run, is_public=True, outside_address=HLS)
    answer = client.get(page.url)
    assert f'data-hls="{HLS}"' in answer.text
    assert "https://live.example.org" in policy(answer)["connect-src"]
    assert FRAME not in policy(answer)["frame-src"]


def test_a_replay_elsewhere_is_let_in(client, make_live):
    page = make_live(outside_address=YOUTUBE, starts_at=timezone.now())
    run = begin(page, ended_at=timezone.now())
    Recording.objects.create(run=run, is_public=True, outside_address="https://vimeo.com/123456789")
    assert "https://player.vimeo.com" in policy(client.get(page.url))["frame-src"]
