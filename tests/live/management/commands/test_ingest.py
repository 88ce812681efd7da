"""The command opens the door, waits for a port that is taken, and ends when told."""

import asyncio
import logging
import os
import signal
import socket

import pytest
from django.core.management import CommandError, call_command

from live.enums import SessionEnd
from live.gateways import segment_store as store
from live.gateways import srt
from live.management.commands import ingest
from tests.live.feeds import make_feed, make_live, make_session

RTMP, SRT = ingest.KINDS["rtmp"], ingest.KINDS["srt"]

pytestmark = pytest.mark.django_db(transaction=True)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


async def until_open(port: int) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return


def test_what_the_process_before_left_is_closed_and_no_other(house):
    port = free_port()
    programme = make_live(house)
    mine, others = (
        make_session(make_feed(house, name, name, programme=programme), receiver=receiver)
        for name, receiver in (("a", f"{socket.gethostname()[:60]}:{port}"), ("b", "elsewhere:1"))
    )

    async def scene():
        running = asyncio.create_task(ingest.run_door(RTMP, "127.0.0.1", port))
        await until_open(port)
        os.kill(os.getpid(), signal.SIGTERM)
        await running

    asyncio.run(scene())
    mine.refresh_from_db()
    others.refresh_from_db()
    assert (mine.end, others.ended_at) == (SessionEnd.LOST, None)


def test_sessions_of_the_dead_are_closed_and_their_parts_removed(house, settings, tmp_path):
    settings.LIVE_ROOT = tmp_path
    programme = make_live(house)
    ages = {"fresh": 0, "silent": 30, "old": 300}
    sessions = {
        name: make_session(make_feed(house, name, name, programme=programme), age_s=age_s)
        for name, age_s in ages.items()
    }
    for session in sessions.values():
        store.write_init(session.folder, "source", b"init")
        store.write_part(session.folder, "source", 0, 0, b"part")
    ingest.clear_up()
    for session in sessions.values():
        session.refresh_from_db()
    assert [sessions[name].end for name in ages] == ["", SessionEnd.LOST, SessionEnd.LOST]
    left = {name: len(list(tmp_path.glob(f"{sessions[name].folder}/source/*"))) for name in ages}
    assert left == {"fresh": 3, "silent": 3, "old": 1}


def test_a_port_that_is_taken_is_told_once_and_tried_again(monkeypatch, caplog):
    monkeypatch.setattr(ingest, "TRY_AGAIN_S", 0.05)
    caplog.set_level(logging.INFO)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        async def scene():
            running = asyncio.create_task(ingest.run_door(RTMP, "127.0.0.1", port))
            async with asyncio.timeout(20):
                while "RTMP_PORT" not in caplog.text:
                    await asyncio.sleep(0.02)
            taken.close()
            while "Feeds are received" not in caplog.text:
                await asyncio.sleep(0.02)
            os.kill(os.getpid(), signal.SIGTERM)
            await running

        asyncio.run(scene())
    assert caplog.text.count("cannot be opened") == 1


async def until_logged(caplog, words):
    async with asyncio.timeout(20):
        while words not in caplog.text:
            await asyncio.sleep(0.02)


def test_the_srt_door_opens_on_its_own_port(house, caplog):
    caplog.set_level(logging.INFO)
    port = free_port()
    receiver = f"{socket.gethostname()[:60]}:srt:{port}"
    mine = make_session(make_feed(house), receiver=receiver)

    async def scene():
        running = asyncio.create_task(ingest.run_door(SRT, "127.0.0.1", port))
        await until_logged(caplog, "sessions were lost")
        os.kill(os.getpid(), signal.SIGTERM)
        await running

    asyncio.run(scene())
    mine.refresh_from_db()
    assert mine.end == SessionEnd.LOST
    assert f"Feeds are received on srt://127.0.0.1:{port}" in caplog.text


def missing():
    raise srt.SrtMissing


@pytest.mark.parametrize(
    ("library", "words"),
    [(missing, "apt install libsrt1.5-gnutls"), (srt._library, "Set SRT_PORT to another one")],
    ids=["missing", "taken"],
)
def test_an_srt_door_that_stays_shut_says_why_once(monkeypatch, caplog, library, words):
    monkeypatch.setattr(ingest, "TRY_AGAIN_S", 0.05)
    monkeypatch.setattr(srt, "_library", library)
    tries = []
    whole = srt.Listener.__init__

    def counted(self, *given):
        tries.append(given)
        whole(self, *given)

    monkeypatch.setattr(srt.Listener, "__init__", counted)
    with socket.socket(type=socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", 0))

        async def scene():
            port = taken.getsockname()[1]
            running = asyncio.create_task(ingest.run_door(SRT, "127.0.0.1", port))
            async with asyncio.timeout(20):
                while len(tries) < 3:
                    await asyncio.sleep(0.02)
            os.kill(os.getpid(), signal.SIGTERM)
            await running

        asyncio.run(scene())
    assert caplog.text.count(words) == 1


def test_without_a_port_the_command_asks_for_one(settings):
    settings.SRT_PORT = 0
    with pytest.raises(CommandError, match="SRT_PORT"):
        call_command("ingest", "--door", "srt")
