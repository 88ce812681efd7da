"""What the player fetches, for those who may watch."""

import pytest
from django.urls import reverse

from media.domain.may_watch import signed_grant
from media.models import Chapter, Encoding, TextTrack


@pytest.fixture
def film(in_library):
    video = in_library(duration=102.0)
    cues = [{"start_s": 1.0, "end_s": 2.0, "text": "un < deux"}]
    TextTrack.objects.create(video=video, language="fr", cues=cues)
    Chapter.objects.create(video=video, start_s=0, title="Le marché")
    return video


def ask(client, name, video, *parts, grant=None):
    grant = signed_grant(video) if grant is None else grant
    return client.get(reverse(name, args=[video.public_id, grant, *parts]))


def test_the_state(client, film):
    grant = signed_grant(film)
    assert ask(client, "video_status", film, grant=grant).json() == {
        "state": "ready",
        "percent": 100,
        "version": 1,
        "hls_url": f"/v/{film.public_id}/{grant}/v1/master.m3u8",
        "mp4_url": f"/v/{film.public_id}/{grant}/v1/360p.mp4",
    }


def test_the_state_before_anything_plays(client, make_video):
    video = make_video()
    Encoding.objects.create(video=video, number=1, percent=12)
    report = ask(client, "video_status", video).json()
    assert (report["state"], report["percent"], report["version"]) == ("encoding", 12, None)
    assert (report["hls_url"], report["mp4_url"]) == ("", "")


def test_captions(client, film):
    answer = ask(client, "video_track", film, "captions", "fr")
    assert answer.headers["content-type"] == "text/vtt; charset=utf-8"
    assert answer.headers["cache-control"] == "private, max-age=60"
    assert answer.content == b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nun &lt; deux\n"
    assert ask(client, "video_track", film, "captions", "en").status_code == 404


def test_chapters(client, film, in_library):
    written = ask(client, "video_chapters", film, "fr").content.decode()
    assert written == "WEBVTT\n\n00:00:00.000 --> 00:01:42.000\nLe marché\n"
    assert ask(client, "video_chapters", in_library(), "fr").status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("grant", ["open", "1u:guessed"])
def test_without_a_grant_there_is_nothing(client, film, grant):
    assert ask(client, "video_status", film, grant=grant).status_code == 404
    assert ask(client, "video_track", film, "captions", "fr", grant=grant).status_code == 404
    assert ask(client, "video_chapters", film, "fr", grant=grant).status_code == 404


def test_the_grant_of_another_film_opens_nothing(client, film, in_library):
    assert ask(client, "video_status", film, grant=signed_grant(in_library())).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_published_film_is_open_and_kept_by_caches(client, film, make_episode):
    make_episode(video=film)
    answer = ask(client, "video_track", film, "captions", "fr", grant="open")
    assert answer.headers["cache-control"] == "public, max-age=60"
