"""Encoded films: who gets them, under which address, and from where."""

import secrets
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from media.domain.may_watch import grant_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def public_film(make_film, make_episode):
    film = make_film()
    make_episode(video=film)
    return film


@pytest.fixture
def hidden_film(make_film):
    return make_film("Pas encore")


def address(film, name: str, grant: str = "open") -> str:
    return f"/v/{film.public_id}/{grant}/v1/{name}"


def test_a_public_film_is_sent_with_ranges(asgi, public_film):
    answer = asgi("GET", address(public_film, "360p.mp4"), range="bytes=4-7")
    assert (answer.status, answer.body) == (206, bytes(range(4, 8)))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_segment_in_its_folder(asgi, public_film):
    answer = asgi("GET", address(public_film, "video/360p/1.m4s"))
    assert (answer.status, answer.body) == (200, b"segment")
    assert answer.headers["content-type"] == "video/iso.segment"


def test_manifests_are_asked_for_again(asgi, public_film):
    answer = asgi("GET", address(public_film, "master.m3u8"))
    assert answer.body.startswith(b"#EXTM3U")
    assert answer.headers["cache-control"] == "no-cache"


def test_a_hidden_film_needs_a_grant(asgi, hidden_film):
    answer = asgi("GET", address(hidden_film, "360p.mp4"))
    assert (answer.status, answer.body) == (404, b"")
    assert answer.headers["cache-control"] == "no-store"
    answer = asgi("GET", address(hidden_film, "360p.mp4", grant_for(hidden_film)))
    assert (answer.status, len(answer.body)) == (200, 1024)
    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"


def test_a_grant_opens_one_film(asgi, hidden_film, make_film):
    other = make_film("Un autre")
    answer = asgi("GET", address(other, "360p.mp4", grant_for(hidden_film)))
    assert (answer.status, answer.body) == (404, b"")


def test_a_film_that_does_not_exist(asgi):
    assert asgi("GET", f"/v/{'0' * 24}/open/v1/360p.mp4").status == 404


def test_a_file_that_does_not_exist(asgi, public_film):
    assert asgi("GET", address(public_film, "2160p.mp4")).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/v/",
        "/v/{film}/open/v1/",
        "/v/{film}/open/v1",
        "/v/{film}/open/360p.mp4",
        "/v/{film}/open/v1/../v1/360p.mp4",
        "/v/{film}/open/v1/../../../secret_key",
        "/v/{film}/open/v1//360p.mp4",
        "/v/{film}/open/v1/./360p.mp4",
        "/v/{film}/open/v1/.hidden",
        "/v/{film}/open/v1/360p.mp4\x00",
        "/v/{film}/open/v1/360p.mp4\r\nx-evil: 1",
        "/v/{film}/open/v1/vidéo.mp4",
        "/v/{film}/open/v1/a\\b.mp4",
        "/v/{film}/open/v١/360p.mp4",
        "/v/../{film}/open/v1/360p.mp4",
        "/v/{film}//v1/360p.mp4",
    ],
)
@pytest.mark.parametrize("delivery", ["direct", "x-accel"])
def test_strange_addresses_lead_nowhere(asgi, public_film, settings, delivery, path):
    settings.VIDEO_DELIVERY = delivery
    answer = asgi("GET", path.format(film=public_film.public_id))
    assert (answer.status, answer.body) == (404, b"")


def test_only_reading(asgi, public_film):
    answer = asgi("POST", address(public_film, "360p.mp4"))
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_nginx_is_told_where_the_file_is(asgi, public_film, settings):
    settings.VIDEO_DELIVERY = "x-accel"
    answer = asgi("GET", address(public_film, "360p.mp4"))
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["x-accel-redirect"] == f"/_vod/{public_film.public_id}/v1/360p.mp4"
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_nginx_is_not_told_of_hidden_films(asgi, hidden_film, settings):
    settings.VIDEO_DELIVERY = "x-accel"
    answer = asgi("GET", address(hidden_film, "360p.mp4"))
    assert answer.status == 404
    assert "x-accel-redirect" not in answer.headers


@pytest.fixture
def bucket(settings):
    """An S3 server in this process, and our settings pointing at it."""
    from moto.server import ThreadedMotoServer

    from portal.settings.storage import storages_from_url

    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    name = f"films-{secrets.token_hex(4)}"
    url = f"s3://key:secret@{host}:{port}/{name}?region=eu-west-3&tls=0"
    settings.STORAGE_URL = url
    settings.STORAGES = {
        **settings.STORAGES,
        **storages_from_url(url, django_settings.DATA_DIR, debug=True),
    }
    store = storages["videos"]
    store.connection.create_bucket(
        Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
    )
    yield store
    server.stop()


def test_from_a_bucket_segments_are_fetched_from_there(asgi, public_film, bucket):
    bucket.save(f"{public_film.public_id}/v1/360p.mp4", ContentFile(b"film"))
    answer = asgi("GET", address(public_film, "360p.mp4"))
    assert (answer.status, answer.body) == (302, b"")
    target = urlsplit(answer.headers["location"])
    assert target.path == f"/{bucket.bucket_name}/videos/{public_film.public_id}/v1/360p.mp4"
    assert "X-Amz-Signature" in parse_qs(target.query)
    assert answer.headers["cache-control"] == "private, max-age=600"


def test_from_a_bucket_manifests_come_through_us(asgi, public_film, bucket):
    bucket.save(f"{public_film.public_id}/v1/master.m3u8", ContentFile(b"#EXTM3U\n"))
    answer = asgi("GET", address(public_film, "master.m3u8"))
    assert (answer.status, answer.body) == (200, b"#EXTM3U\n")
    assert answer.headers["content-type"] == "application/vnd.apple.mpegurl"
    assert answer.headers["cache-control"] == "no-cache"
    assert asgi("HEAD", address(public_film, "master.m3u8")).body == b""
    assert asgi("GET", address(public_film, "other.m3u8")).status == 404


def test_a_bucket_opens_no_hidden_film(asgi, hidden_film, bucket):
    answer = asgi("GET", address(hidden_film, "360p.mp4"))
    assert answer.status == 404
    assert "location" not in answer.headers
