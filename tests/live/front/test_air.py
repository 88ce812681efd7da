"""The air at the door: only what was aired, only to whom it may be shown, once for all viewers."""

import asyncio
import gzip
import re
from datetime import timedelta
from pathlib import Path

import pytest
from asgiref.sync import async_to_sync
from django.utils import timezone
from wagtail.models import PageViewRestriction

from live.air.access import air_address
from live.front import air as module
from live.models import AirSegment, Recording, Run
from media.edition import new_edition
from portal import asgi as door
from tests.conftest import knock
from tests.live import strict
from tests.live.airing import (
    at,
    deliver,
    make_feed,
    make_live_page,
    make_run,
    make_session,
)
from tests.live.parted import Clock, Sender, air_pass

pytestmark = pytest.mark.django_db
SLATE = "0123456789abcdef"


@pytest.fixture(autouse=True)
def _a_door_that_knows_nothing(monkeypatch, settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    fresh = module.Air()
    routes = tuple((p, fresh if p == "/air/" else app) for p, app in door._routes)
    monkeypatch.setattr(door, "_routes", routes)
    # Each request of these tests has an event loop of its own: nothing may be kept between them.
    monkeypatch.setattr("live.front.kept_air.KEPT_S", 0.0)
    monkeypatch.setattr(module, "PERMIT_KEPT_S", 0.0)
    monkeypatch.setattr("live.front.kept_air.QUALITIES_KEPT_S", 0.0)


@pytest.fixture
def live_page(house):
    return make_live_page(house)


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture
def make_aired(live_page, tmp_path):
    """A run with one second of the slate, two of a feed; a third of the feed was never aired."""

    def make(**values):
        run = make_run(live_page, make_feed(live_page), slate_key=SLATE, **values)
        session = make_session(run.feed, 0, "360p")
        segments = deliver(session, 0, 1, 2)
        rows = [
            {"slate_number": 0},
            {"source": segments[0], "is_discontinuity": True},
            {"source": segments[1]},
        ]
        for number, row in enumerate(rows, start=1):
            shared = {"aired_at": at(number), "length_s": 1, "is_discontinuity": False}
            AirSegment.objects.create(run=run, number=number, **{**shared, **row})
        put(tmp_path / "slate" / SLATE / "source" / "init.mp4", b"slate's init")
        put(tmp_path / "slate" / SLATE / "source" / "0.m4s", b"slate")
        for rung in ("source", "360p"):
            put(tmp_path / session.folder / rung / "init.mp4", f"{rung} init".encode())
            for number in range(3):
                put(tmp_path / session.folder / rung / f"{number}.m4s", f"{rung} {number}".encode())
        return run

    return make


@pytest.fixture
def aired(make_aired):
    return make_aired()


@pytest.fixture
def staff_cookie(client, admin):
    client.force_login(admin)
    return f"sessionid={client.cookies['sessionid'].value}"


def folder_of(run) -> str:
    return run.feed.sessions.get().folder


def every_address(run) -> list[str]:
    names = ["master.m3u8", "source.m3u8", "360p.m3u8", "s/1/source.m4s", "s/2/360p.m4s"]
    names += ["i/slate/source.mp4", f"i/{folder_of(run)}/source.mp4"]
    return [f"/air/{run.key}/{name}" for name in names]


def test_the_master_lists_the_qualities(asgi, aired):
    answer = asgi("GET", f"/air/{aired.key}/master.m3u8")
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/vnd.apple.mpegurl"
    assert answer.headers["cache-control"] == "public, max-age=1"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert re.findall(r"^\S+\.m3u8$", answer.body.decode(), re.M) == ["source.m3u8", "360p.m3u8"]


def test_a_list_names_what_can_be_fetched(asgi, aired):
    text = asgi("GET", f"/air/{aired.key}/360p.m3u8").body.decode()
    found = re.findall(r'^[si]/\S+$|(?<=URI=")[^"]+', text, re.M)
    assert found == [
        "i/slate/source.mp4",
        "s/1/source.m4s",
        f"i/{folder_of(aired)}/360p.mp4",
        "s/2/360p.m4s",
        "s/3/360p.m4s",
    ]
    bodies = [asgi("GET", f"/air/{aired.key}/{name}").body for name in found]
    assert bodies == [b"slate's init", b"slate", b"360p init", b"360p 0", b"360p 1"]


def test_segments_come_with_ranges_and_stay(asgi, aired):
    answer = asgi("GET", f"/air/{aired.key}/s/3/source.m4s", range="bytes=0-5")
    assert (answer.status, answer.body) == (206, b"source")
    assert answer.headers["content-type"] == "video/iso.segment"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_nginx_may_send_them(asgi, aired, settings):
    settings.VIDEO_DELIVERY = "x-accel"
    answer = asgi("GET", f"/air/{aired.key}/s/3/source.m4s")
    assert answer.headers["x-accel-redirect"] == f"/_live/{folder_of(aired)}/source/1.m4s"
    assert answer.headers["content-type"] == "video/iso.segment"


@pytest.mark.parametrize(
    "name",
    [
        "s/4/source.m4s",
        "s/0/source.m4s",
        "s/2/480p.m4s",
        "s/1/360p.m4s",
        "480p.m3u8",
        "i/ffffffffffffffff/source.mp4",
        "i/slate/360p.mp4",
        "s/2/..%2f..%2fx.m4s",
        "s/2/../source.m4s",
        "replay.m3u8",
        "replay-source.m3u8",
        "",
    ],
)
def test_what_was_not_aired_is_not_there(asgi, aired, name):
    answer = asgi("GET", f"/air/{aired.key}/{name}")
    assert (answer.status, answer.body) == (404, b"")
    assert answer.headers["cache-control"] == "no-store"


def test_the_folder_of_a_feed_has_no_address(asgi, aired):
    """Segment 2 of the session lies on disk but was never aired."""
    folder = folder_of(aired)
    for path in (f"/air/{folder}/source/2.m4s", f"/air/{aired.key}/{folder}/source/2.m4s"):
        assert asgi("GET", path).status == 404


def test_who_comes_before_the_first_second_waits_for_it(aired):
    segments = list(aired.air.all())
    aired.air.all().delete()

    async def watch():
        early = asyncio.ensure_future(knock("GET", f"/air/{aired.key}/master.m3u8"))
        await asyncio.sleep(0.5)
        assert not early.done()
        await module.ask(AirSegment.objects.bulk_create, segments)
        return await asyncio.wait_for(early, 10)

    assert b"360p.m3u8" in async_to_sync(watch)().body


def test_of_a_run_that_ended_without_a_second_nobody_waits(asgi, live_page, monkeypatch):
    monkeypatch.setattr("live.front.kept_air.WAIT_AT_MOST_S", 600.0)
    run = make_run(live_page, slate_key=SLATE, ended_at=timezone.now())
    assert asgi("GET", f"/air/{run.key}/master.m3u8").status == 404


def test_before_the_first_second_there_is_nothing_yet(asgi, live_page, monkeypatch):
    monkeypatch.setattr("live.front.kept_air.WAIT_AT_MOST_S", 0.1)
    run = make_run(live_page, slate_key=SLATE)
    for name in ("master.m3u8", "source.m3u8"):
        answer = asgi("GET", f"/air/{run.key}/{name}")
        assert (answer.status, answer.headers["cache-control"]) == (404, "no-store")


@pytest.mark.parametrize("path", ["/air/", "/air/x", "/air/0000000000000000/master.m3u8"])
def test_no_such_run(asgi, db, path):
    assert asgi("GET", path).status == 404


def test_only_reading(asgi, aired):
    answer = asgi("POST", f"/air/{aired.key}/master.m3u8")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    head = asgi("HEAD", f"/air/{aired.key}/source.m3u8")
    assert (head.status, head.body) == (200, b"")


def test_of_a_rehearsal_nothing_is_there(asgi, make_aired, make_user, client):
    run = make_aired(is_rehearsal=True)
    client.force_login(make_user("stranger"))
    stranger = f"sessionid={client.cookies['sessionid'].value}"
    for path in every_address(run):
        for headers in ({}, {"cookie": stranger}, {"cookie": "sessionid=guessed"}):
            answer = asgi("GET", path, **headers)
            assert (answer.status, answer.body) == (404, b""), path
    grant = re.sub(r".*/air/\w+", "", air_address(run).rstrip("/"))
    assert asgi("GET", f"/air/{run.key}{grant}/master.m3u8").status == 404


def test_the_team_sees_a_rehearsal_and_no_cache_keeps_it(asgi, make_aired, staff_cookie):
    run = make_aired(is_rehearsal=True)
    for path in every_address(run):
        answer = asgi("GET", path, cookie=staff_cookie)
        assert answer.status == 200, path
        assert answer.headers["cache-control"].startswith("private")
        assert "access-control-allow-origin" not in answer.headers


def test_a_guarded_page_needs_its_grant(asgi, aired):
    programme = aired.programme
    PageViewRestriction.objects.create(page=programme, restriction_type="password", password="x")
    new_edition()
    assert [asgi("GET", path).status for path in every_address(aired)] == [404] * 7
    for path in every_address(aired):
        answer = asgi("GET", path.replace(f"/air/{aired.key}/", air_address(aired)))
        assert answer.status == 200
        assert answer.headers["cache-control"].startswith("private")
    assert asgi("GET", f"/air/{aired.key}~0:0/master.m3u8").status == 404


def test_an_unpublished_page_takes_its_air_along(asgi, aired):
    aired.programme.unpublish()
    new_edition()
    assert [asgi("GET", path).status for path in every_address(aired)] == [404] * 7


def test_the_list_says_when_it_is_over(asgi, aired):
    assert b"ENDLIST" not in asgi("GET", f"/air/{aired.key}/source.m3u8").body
    aired.ended_at = timezone.now()
    aired.save()
    assert asgi("GET", f"/air/{aired.key}/source.m3u8").body.endswith(b"#EXT-X-ENDLIST\n")


def end_long_ago(run) -> None:
    run.ended_at = timezone.now() - timedelta(hours=1)
    run.save()


def test_after_the_end_nothing_is_public_but_the_replay(asgi, aired, staff_cookie):
    end_long_ago(aired)
    replay = f"/air/{aired.key}/replay.m3u8"
    assert [asgi("GET", path).status for path in [*every_address(aired), replay]] == [404] * 8
    assert asgi("GET", replay, cookie=staff_cookie).status == 200
    Recording.objects.create(run=aired, is_public=True)
    assert b"replay-360p.m3u8" in asgi("GET", replay).body
    text = asgi("GET", f"/air/{aired.key}/replay-360p.m3u8").body.decode()
    assert "#EXT-X-PLAYLIST-TYPE:VOD" in text
    assert text.endswith("s/3/360p.m4s\n#EXT-X-ENDLIST\n")
    assert asgi("GET", f"/air/{aired.key}/source.m3u8").status == 404
    assert asgi("GET", f"/air/{aired.key}/s/1/source.m4s").status == 200


def test_what_was_cut_from_the_replay_is_gone(asgi, aired):
    end_long_ago(aired)
    Recording.objects.create(run=aired, is_public=True, head_trim_s=1, tail_trim_s=1)
    text = asgi("GET", f"/air/{aired.key}/replay-source.m3u8").body.decode()
    assert re.findall(r"^s/(\d+)", text, re.M) == ["2"]
    statuses = [asgi("GET", f"/air/{aired.key}/s/{n}/source.m4s").status for n in (1, 2, 3)]
    assert statuses == [404, 200, 404]


def test_a_recording_that_grows_can_be_read_from_the_start(asgi, aired):
    Recording.objects.create(run=aired, is_public=True)
    text = asgi("GET", f"/air/{aired.key}/replay-source.m3u8").body.decode()
    assert "#EXT-X-PLAYLIST-TYPE:EVENT" in text
    assert asgi("GET", f"/air/{aired.key}/replay-480p.m3u8").status == 404


def test_long_lists_travel_packed_and_updates_are_short(asgi, aired):
    AirSegment.objects.bulk_create(
        AirSegment(
            run=aired,
            number=number,
            slate_number=number % 30,
            is_discontinuity=number % 30 == 0,
            aired_at=at(number),
            length_s=1,
        )
        for number in range(4, 1004)
    )
    path = f"/air/{aired.key}/source.m3u8"
    plain = asgi("GET", path)
    packed = asgi("GET", path, accept_encoding="gzip, br")
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.headers["vary"] == packed.headers["vary"] == "accept-encoding"
    assert len(packed.body) < len(plain.body) / 4
    update = asgi("GET", f"{path}?_HLS_skip=YES").body.decode()
    skipped = int(re.search(r"SKIPPED-SEGMENTS=(\d+)", update)[1])
    assert skipped + update.count("#EXTINF") == 1003
    assert len(update) < 2500
    # Together with the list before, it makes the list of now.
    assert plain.body.decode().endswith(update.partition("#EXTINF")[2])


def test_a_list_waits_for_what_comes_next(aired, monkeypatch):
    path = f"/air/{aired.key}/source.m3u8"

    async def watch():
        early = asyncio.ensure_future(knock("GET", f"{path}?_HLS_msn=4"))
        other = asyncio.ensure_future(knock("GET", f"{path}?_HLS_msn=4&_HLS_skip=YES"))
        await asyncio.sleep(0.5)
        assert not early.done()
        await module.ask(air_next, aired)
        return await asyncio.wait_for(early, 10), await asyncio.wait_for(other, 10)

    for answer in async_to_sync(watch)():
        assert b"s/4/source.m4s" in answer.body


def air_next(run) -> None:
    values = {"slate_number": 1, "is_discontinuity": True, "aired_at": at(4), "length_s": 1}
    AirSegment.objects.create(run=run, number=4, **values)


def test_nobody_waits_for_ever(asgi, aired, monkeypatch):
    monkeypatch.setattr("live.front.kept_air.WAIT_AT_MOST_S", 0.1)
    path = f"/air/{aired.key}/source.m3u8"
    assert asgi("GET", f"{path}?_HLS_msn=4").status == 200
    for odd in ("9999", "-1", "x", "99999999999999999999", ""):
        assert asgi("GET", f"{path}?_HLS_msn={odd}").status == 200


@pytest.fixture
def parted(live_page, tmp_path, monkeypatch):
    """A programme with low latency: two segments on air, one being made with one part."""
    clock = Clock()
    monkeypatch.setattr("live.gateways.part_log.time", clock.time)
    run = make_run(live_page, make_feed(live_page), slate_key=SLATE, is_low_latency=True)
    sender = Sender(run.feed, clock, tmp_path, "360p")
    for pieces in (4, 3):
        for _ in range(pieces):
            sender.send()
        air_pass(run, clock)
    return run


def test_a_list_of_parts_and_their_bytes(asgi, parted):
    asgi("GET", f"/air/{parted.key}/master.m3u8")
    text = asgi("GET", f"/air/{parted.key}/source.m3u8").body.decode()
    found = strict.read(text)
    assert [len(entry.parts) for entry in found.all] == [3, 3, 1]
    assert found.reports == {"360p.m3u8": (3, 0)}
    for entry in found.entries:
        parts = [asgi("GET", f"/air/{parted.key}/{address}") for address, _, _ in entry.parts]
        assert {part.headers["cache-control"] for part in parts} == {"public, max-age=60"}
        whole = asgi("GET", f"/air/{parted.key}/{entry.address}")
        assert b"".join(part.body for part in parts) == whole.body
    assert asgi("GET", f"/air/{parted.key}/{found.growing.parts[0][0]}").status == 200


@pytest.mark.parametrize(
    ("asked", "number", "parts"),
    [
        ("_HLS_msn=2", 2, 3),
        ("_HLS_msn=2&_HLS_part=1", 2, 3),
        # One part too many is the first of the next segment.
        ("_HLS_msn=2&_HLS_part=3", 3, 1),
        ("_HLS_msn=3&_HLS_part=0", 3, 1),
        ("_HLS_msn=3&_HLS_part=0&_HLS_skip=YES", 3, 1),
        ("_HLS_part=0", 3, 1),
        ("_HLS_msn=3&_HLS_part=x", 3, 1),
        ("_HLS_msn=99&_HLS_part=0", 3, 1),
    ],
)
def test_what_is_there_is_not_waited_for(asgi, parted, monkeypatch, asked, number, parts):
    monkeypatch.setattr("live.front.kept_air.WAIT_AT_MOST_S", 0.01 if "x" in asked else 30)
    text = asgi("GET", f"/air/{parted.key}/source.m3u8?{asked}").body.decode()
    entries = {entry.number: entry for entry in strict.read(text).all}
    assert len(entries[number].parts) == parts


def test_the_parts_of_a_rehearsal_are_for_the_team(asgi, parted, staff_cookie):
    Run.objects.filter(pk=parted.pk).update(is_rehearsal=True)
    address = f"/air/{parted.key}/p/{folder_of(parted)}/0/source.m4s"
    assert asgi("GET", address).status == 404
    answer = asgi("GET", address, cookie=staff_cookie)
    assert (answer.status, answer.headers["cache-control"]) == (200, "private, max-age=60")


def test_once_it_is_long_over_there_are_no_parts(asgi, parted):
    Run.objects.filter(pk=parted.pk).update(ended_at=timezone.now() - timedelta(hours=1))
    assert asgi("GET", f"/air/{parted.key}/p/{folder_of(parted)}/0/source.m4s").status == 404


def test_nginx_may_send_parts(asgi, parted, settings):
    settings.VIDEO_DELIVERY = "x-accel"
    answer = asgi("GET", f"/air/{parted.key}/p/{folder_of(parted)}/4/360p.m4s")
    assert answer.headers["x-accel-redirect"] == f"/_live/{folder_of(parted)}/360p/1.1.m4s"
