"""Strangers at the SRT door are sent away with a reason, and stand in no log with what they say."""

import asyncio
import logging

import pytest
from django.db import InterfaceError

from live.domain.srt_access import srt_access
from live.feed_refusals import NothingToPlayHere
from live.gateways import srt
from live.ingest.srt import door as doors
from live.ingest.srt.door import SrtDoor, feed_of
from live.models import FeedSession
from live.models.keys import digest_of
from tests.live.feeds import KEY, make_feed, make_session
from tests.live.srt_caller import Caller, call

WRONG_PASSPHRASE = 10
ACCESS = srt_access(digest_of(KEY))


def at_the_door(scene):
    """Run a scene that is given an open door."""

    async def play():
        door = SrtDoor("test:srt")
        try:
            await door.open("127.0.0.1", 0)
            async with asyncio.timeout(30):
                return await scene(door)
        finally:
            await door.close()

    return asyncio.run(play())


async def knock(door, stream_id, passphrase=ACCESS.passphrase):
    return await asyncio.to_thread(call, door.port, stream_id, passphrase)


async def until(is_so):
    while not is_so():
        await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    ("said", "feed"),
    [
        ("studio", "studio"),
        ("", ""),
        ("#!::r=studio,m=publish", "studio"),
        ("#!::u=ana,r=studio", "studio"),
        ("#!::m=publish", ""),
        ("#!::", ""),
        ("#!::r", ""),
    ],
)
def test_stream_ids_name_a_feed_alone_or_among_other_words(said, feed):
    assert feed_of(said) == feed


@pytest.mark.parametrize("mode", ["request", "bidirectional", ""])
def test_who_wants_to_receive_is_told_that_there_is_nothing(mode):
    with pytest.raises(NothingToPlayHere):
        feed_of(f"#!::r=studio,m={mode}")


@pytest.mark.django_db(transaction=True)
def test_each_is_refused_with_its_reason(house, caplog):
    caplog.set_level(logging.DEBUG)
    programme = make_feed(house).programme
    make_session(make_feed(house, "Nairobi", "busy", programme=programme))
    busy = srt_access(digest_of("busy")).stream_id

    async def scene(door):
        stranger = await knock(door, "canary-of-nobody")
        player = await knock(door, f"#!::r={ACCESS.stream_id},m=request")
        second = await knock(door, busy)
        wrong = await knock(door, ACCESS.stream_id, "not the passphrase")
        return stranger, player, second, wrong

    reasons = at_the_door(scene)
    assert reasons == (srt.FORBIDDEN, srt.BAD_MODE, srt.CONFLICT, WRONG_PASSPHRASE)
    for code in ("FED-001", "FED-002", "FED-005"):
        assert code in caplog.text
    for secret in ("canary", ACCESS.stream_id, ACCESS.passphrase):
        assert secret not in caplog.text
    assert FeedSession.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_did_not_know_the_passphrase_is_told_of(house, caplog, monkeypatch):
    monkeypatch.setattr(doors, "HANDSHAKE_S", 0.1)
    monkeypatch.setattr(doors, "LEARN_S", 0.1)
    caplog.set_level(logging.INFO)
    make_feed(house)

    async def scene(door):
        await knock(door, ACCESS.stream_id, "not the passphrase")
        await until(lambda: "FED-009" in caplog.text)

    at_the_door(scene)
    assert not FeedSession.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("bound", ["MOST_STRANGERS", "MOST_PUBLISHERS"])
def test_too_many_are_refused(house, monkeypatch, bound):
    monkeypatch.setattr(doors, bound, 0)
    make_feed(house)
    assert at_the_door(lambda door: knock(door, ACCESS.stream_id)) == srt.OVERLOAD


@pytest.mark.django_db(transaction=True)
def test_a_new_key_is_known_a_moment_later_even_after_the_database_was_away(
    house, monkeypatch, caplog
):
    monkeypatch.setattr(doors, "LEARN_S", 0.05)
    whole = doors.srt_doors

    def away():
        raise InterfaceError("away")

    async def scene(door):
        assert await knock(door, ACCESS.stream_id) == srt.FORBIDDEN
        monkeypatch.setattr(doors, "srt_doors", away)
        await until(lambda: "goes on with the keys it knew" in caplog.text)
        await asyncio.to_thread(make_feed, house)
        monkeypatch.setattr(doors, "srt_doors", whole)
        await until(lambda: ACCESS.stream_id in door._doors)
        return await knock(door, ACCESS.stream_id, "not the passphrase")

    assert at_the_door(scene) == WRONG_PASSPHRASE


@pytest.mark.django_db(transaction=True)
def test_who_sends_anything_else_is_hung_up_on(house, caplog):
    caplog.set_level(logging.INFO)
    make_feed(house)

    async def scene(door):
        caller = await asyncio.to_thread(Caller, door.port, ACCESS.stream_id, ACCESS.passphrase)
        with caller:
            assert caller.reason == 0
            caller.send(b"no transport stream" + bytes(188))
            await until(lambda: "FED-029" in caplog.text)

    at_the_door(scene)
    session = FeedSession.objects.get()
    assert (session.end, session.reason) == ("broken", "FED-029")


def test_without_the_library_nothing_is_opened(monkeypatch):
    monkeypatch.setattr(doors, "srt_doors", dict)
    monkeypatch.setattr(srt, "_library", missing)
    with pytest.raises(srt.SrtMissing):
        at_the_door(lambda door: None)


def missing():
    raise srt.SrtMissing
