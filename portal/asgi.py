"""The one front door.

Hot and streaming paths are answered here by small ASGI applications; everything else goes to Django
through a WSGI bridge, several times faster per request than Django's own ASGI handler.
"""

from typing import Any, cast

from a2wsgi import WSGIMiddleware

from portal.wsgi import application as django_application  # sets Django up: comes first

from audience.front.acts import Acts  # isort: skip
from audience.front.plays import Plays  # isort: skip
from audience.front.sales import Sales  # isort: skip
from audience.front.shares import Shares  # isort: skip
from audience.front.state import States  # isort: skip
from fundraising.front.team_totals import TeamStates  # isort: skip
from fundraising.front.totals import PageStates  # isort: skip
from live.front.staff import StaffStates  # isort: skip
from live.front.state import RunStates  # isort: skip
from media.front.films import FilmFiles  # isort: skip
from media.front.pictures import PictureFiles  # isort: skip
from live.front.air import Air  # isort: skip
from front.clock import Clock  # isort: skip
from front.protocol import App, Receive, Scope, Send  # isort: skip
from live.front.guest import GuestDoor  # isort: skip
from live.front.nginx import NginxCalls  # isort: skip
from media.front.uploads import TusUploads  # isort: skip
from qa.front.votes import Votes  # isort: skip

# Python runs one at a time. More of them queue for the lock of Django's translations; sixteen did
# little else in a flood (docs/performance.md). What streams or waits is not Django's here.
WEB_THREADS = 4
# Kept for the team: a moderator under fire does not wait behind those who fire.
TEAM_THREADS = 2
# Kept for payment providers, who wait behind no visitor. The built-in one tells while a visitor's
# request lasts: on the same threads, four payments at once would wait for themselves. Others are
# asked back before they are believed: one that is slow must not keep the rest waiting.
PROVIDER_THREADS = 3


def _django(threads: int) -> App:
    return cast(App, WSGIMiddleware(cast(Any, django_application), workers=threads))


_routes: tuple[tuple[str, App], ...] = (
    ("/admin/", _django(TEAM_THREADS)),
    ("/paiements/", _django(PROVIDER_THREADS)),
    ("/acts/", Acts()),
    ("/plays/", Plays()),
    ("/sales/", Sales()),
    ("/shares/", Shares()),
    ("/votes/", Votes()),
    ("/state/live/", RunStates()),
    ("/state/clock", Clock()),
    ("/state/collectes/", PageStates()),
    ("/state/equipes/", TeamStates()),
    ("/state/", States()),
    ("/live-staff/", StaffStates()),
    ("/v/", FilmFiles()),
    ("/uploads/", PictureFiles()),
    ("/tus/", TusUploads()),
    ("/air/", Air()),
    ("/nginx-rtmp/", NginxCalls()),
    ("/", _django(WEB_THREADS)),
)
_guests = GuestDoor()


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request from the first route whose prefix fits."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    if scope["type"] == "websocket" and scope["path"] == "/duplex-in/":
        await _guests(scope, receive, send)
        return
    if scope["type"] != "http":
        return
    for prefix, app in _routes:
        if scope["path"].startswith(prefix):
            await app(scope, receive, send)
            return


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
