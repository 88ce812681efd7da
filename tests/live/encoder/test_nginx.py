"""A real nginx with its RTMP module stands before our door, and asks us about each sender."""

import asyncio
import logging
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn

from live.domain.revoke_key import revoke_key
from live.enums import SessionEnd
from live.front.nginx import NginxCalls
from live.management.commands.nginx_rtmp import configuration
from live.models import FeedSegment, FeedSession
from tests.live.encoder.conftest import PATIENCE_S, encoder, ended, open_door, publishing, until
from tests.live.encoder.test_publishing import segments_of, some_segments
from tests.live.feeds import KEY, make_feed

# What the configuration leaves to the host. With several workers nginx alone would let two in.
BEFORE = """\
load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
"""


class Nginx:
    """Where nginx listens, for `encoder`."""

    def __init__(self, port: int) -> None:
        self.port = port


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@asynccontextmanager
async def answering(port: int) -> AsyncIterator[None]:
    """Let our site answer nginx."""
    config = uvicorn.Config(
        NginxCalls(), port=port, lifespan="off", log_config=None, access_log=False
    )
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None
    serving = asyncio.create_task(server.serve())
    try:
        yield
    finally:
        server.should_exit = True
        await serving


@asynccontextmanager
async def nginx(folder, settings) -> AsyncIterator[Nginx]:
    (folder / "nginx.conf").write_text(BEFORE.format(folder=folder) + configuration())
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    process = await asyncio.create_subprocess_exec(*command, stderr=subprocess.PIPE)
    try:
        await until_open(settings.RTMP_PUBLIC_PORT)
        yield Nginx(settings.RTMP_PUBLIC_PORT)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def until_open(port: int) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return


@pytest.fixture
def run(transactional_db, live_root, tmp_path, settings):
    """Run a scene: a coroutine function that is given an nginx before our door and our site."""
    settings.PORT, settings.RTMP_PUBLIC_PORT = free_port(), free_port()
    settings.NGINX_RTMP_SECRET = "canarysecretofnginx"

    def run(scene):
        async def play():
            async with open_door() as door, answering(settings.PORT):
                settings.RTMP_PORT = door.port
                async with nginx(tmp_path, settings) as server, asyncio.timeout(2 * PATIENCE_S):
                    return await scene(server)

        return asyncio.run(play())

    return run


def test_who_has_the_key_is_received_in_one_session_until_it_leaves(run, house, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    make_feed(house)

    async def scene(server):
        async with publishing(encoder(server, KEY)):
            await until(lambda: some_segments(3), "three segments")
        return await until(ended, "the session is over")

    session = run(scene)
    assert session.end == SessionEnd.LEFT
    assert (session.width_px, session.height_px) == (320, 180)
    assert FeedSession.objects.count() == 1
    rows = segments_of(session)
    assert [row.number for row in rows] == list(range(len(rows)))
    said = caplog.text + (tmp_path / "error.log").read_text()
    assert "canary" not in said


def test_a_wrong_key_and_a_second_sender_are_refused_and_disturb_nothing(run, house, caplog):
    caplog.set_level(logging.INFO)
    make_feed(house)

    async def scene(server):
        async with publishing(encoder(server, KEY)):
            await until(lambda: some_segments(1), "a segment")
            for key in ("canary-of-a-wrong-key", KEY, KEY):
                async with publishing(encoder(server, key)) as refused:
                    await refused.communicate()
                    assert refused.returncode != 0
            await until(lambda: some_segments(6), "the first goes on")

    run(scene)
    session = FeedSession.objects.get()
    assert session.dropped_frames == 0
    assert caplog.text.count("FED-001") == 1
    assert caplog.text.count("FED-002") == 2
    assert "canary" not in caplog.text


def test_of_two_at_once_one_is_received(run, house):
    make_feed(house)

    async def scene(server):
        one, other = publishing(encoder(server, KEY)), publishing(encoder(server, KEY))
        async with one as first, other as second:
            ends = [asyncio.create_task(sender.wait()) for sender in (first, second)]
            gone, _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            await until(lambda: some_segments(3), "the other is received")
            still = [task for task in ends if not task.done()]
        return len(gone), len(still)

    assert run(scene) == (1, 1)
    assert FeedSession.objects.count() == 1


def test_a_changed_key_ends_the_stream_in_nginx_too(run, house, admin):
    feed = make_feed(house)

    async def scene(server):
        async with publishing(encoder(server, KEY)) as sender:
            await until(lambda: some_segments(1), "a segment")
            await until(lambda: revoke_key(admin, feed) or True, "the key is revoked")
            await sender.communicate()
            return sender.returncode

    assert run(scene) != 0
    assert FeedSession.objects.get().end == SessionEnd.REVOKED


def test_what_cannot_be_sent_on_ends_in_nginx_too(run, house):
    make_feed(house)

    async def scene(server):
        async with publishing(encoder(server, KEY, codec="flv1")) as sender:
            await sender.communicate()
            return sender.returncode

    assert run(scene) != 0
    reasons = set(FeedSession.objects.values_list("end", "reason"))
    assert reasons == {(SessionEnd.BROKEN, "FED-021")}


def test_a_door_that_was_started_anew_gets_the_stream_again(run, house, settings):
    make_feed(house)

    async def scene(server):
        async with publishing(encoder(server, KEY)):
            await until(lambda: some_segments(1), "a segment")
            await until(close_as_lost, "its process is lost")
            await until(lambda: segments_of_another(), "a segment of the second session")

    run(scene)
    assert FeedSession.objects.count() == 2


def close_as_lost():
    from live.domain.close_session import close_sessions_of

    return close_sessions_of("test:1935")


def segments_of_another():
    newest = FeedSession.objects.order_by("-pk").first()
    return FeedSession.objects.count() == 2 and FeedSegment.objects.filter(session=newest).exists()
