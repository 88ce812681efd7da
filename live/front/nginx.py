"""nginx’s RTMP module asks: may this sender publish, may it go on, it is gone. POST /nginx-rtmp/.

It names the sender by a number (`clientid`) and says the stream key in the body, so that the key
stands in no address and in no log. The arguments that a sender adds to its address come last in the
body: of two fields of one name the first counts.
"""

import hmac
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import Error
from django.utils.translation import override

from front.database import ask
from front.forms import read_body, read_fields
from front.protocol import Receive, Scope, Send, answer, header, problem
from live.domain.check_pushed import check_pushed
from live.domain.claim_session import claim_session
from live.domain.release_claim import release_claim
from live.feed_refusals import (
    CallerUnknown,
    CallUnreadable,
    FeedRefused,
    NotAsked,
    PlaceUnknown,
)
from live.ingest.rtmp.conversation import PLACE

logger = logging.getLogger("live.ingest")

LONGEST_BODY = 4096
# nginx’s own push to our door counts as a player there; others may not play.
PUSHES = "update_play"
NO_STORE = ("cache-control", "no-store")
# Who comes through a proxy is a stranger, whatever the address it comes from.
FORWARDED = ("x-forwarded-for", "x-forwarded-proto", "x-real-ip", "forwarded", "via")


@dataclass(frozen=True, slots=True)
class Call:
    """What nginx says: the deed, the stream key, its own number for the sender, whence it sends."""

    deed: str
    key: str
    client_id: str
    address: str


class NginxCalls:
    """ASGI application for /nginx-rtmp/."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await _obey(await _read(scope, receive))
        except FeedRefused as refusal:
            # For the host's log: always in the language of the documentation.
            with override("en"):
                detail = str(refusal)
            await problem(send, refusal.status, refusal.code, detail)
        else:
            await answer(send, 204, headers=[NO_STORE])


async def _read(scope: Scope, receive: Receive) -> Call:
    """Return what is asked. Raises CallerUnknown, CallUnreadable or PlaceUnknown."""
    if not is_nginx(scope):
        logger.info("A stranger asked in the name of nginx: %s", CallerUnknown.code)
        raise CallerUnknown
    body = await read_body(receive, LONGEST_BODY)
    said = read_fields(body or b"")
    call = Call(*(said.get(name, "") for name in ("call", "name", "clientid", "addr")))
    if call.deed not in _DEEDS or not call.key or not call.client_id.isdecimal():
        raise CallUnreadable
    if said.get("app") != PLACE and call.deed != PUSHES:
        raise PlaceUnknown
    return call


def is_nginx(scope: Scope) -> bool:
    """Return whether the request comes from our nginx: from its address, with its secret."""
    secret = settings.NGINX_RTMP_SECRET
    said = read_fields(scope["query_string"]).get("secret", "")
    address = (scope.get("client") or ("",))[0]
    return (
        bool(secret)
        and scope["method"] == "POST"
        and address in settings.NGINX_RTMP_FROM
        and not any(header(scope, name) for name in FORWARDED)
        and hmac.compare_digest(said.encode(), secret.encode())
    )


async def _obey(call: Call) -> None:
    try:
        await ask(_DEEDS[call.deed], call)
    except Error as error:
        logger.exception("nginx could not be answered.")
        # Who publishes goes on; who wants to begin tries again.
        if call.deed == "publish":
            raise NotAsked from error
    except FeedRefused as refusal:
        logger.info(
            "nginx was told to refuse its client %s from %s: %s",
            call.client_id, call.address, refusal.code,
        )  # fmt: skip
        raise


_DEEDS: dict[str, Callable[[Call], object]] = {
    PUSHES: lambda call: None,
    "publish": lambda call: claim_session(call.key, call.client_id),
    "update_publish": lambda call: check_pushed(call.key, call.client_id),
    "publish_done": lambda call: release_claim(call.key, call.client_id),
}
