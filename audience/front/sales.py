"""Partners report sales: POST /sales/<meter>, signed; the answer comes when they are counted."""

import json
import re

from django.db import DatabaseError
from django.utils.translation import override

from audience.domain.receive_sales import CountedSale, SaleCall, call_of, receive_sales
from audience.domain.sale_signature import KEY_HEADER, SIGNATURE_HEADER, TIME_HEADER
from audience.domain.tokens import now_ms
from audience.enums import Verdict
from audience.errors import (
    SaleNotAPost,
    SaleNotWritten,
    SaleRefused,
    SaleTooLong,
    SaleUnknownMeter,
)
from audience.front.exchange import NO_STORE
from audience.front.writer import GroupWriter
from front.forms import read_body
from front.protocol import Receive, Scope, Send, answer, header, problem

MAX_BODY_BYTES = 4096
_ADDRESS = re.compile(r"/sales/(?P<meter>[0-9a-f]{16})")
_HEADERS = (KEY_HEADER, TIME_HEADER, SIGNATURE_HEADER)


class Sales:
    """ASGI application for /sales/."""

    def __init__(self) -> None:
        self._writer: GroupWriter[SaleCall, CountedSale | SaleRefused] = GroupWriter(receive_sales)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            ended = await self._count(scope, receive)
        except SaleRefused as refusal:
            # For developers: always in the language of the documentation.
            with override("en"):
                detail = str(refusal)
            await problem(send, refusal.status, refusal.code, detail)
            return
        body = json.dumps(_told(ended)).encode()
        status = 200 if ended.is_repeat else 201
        await answer(send, status, body, [("content-type", "application/json"), NO_STORE])

    async def _count(self, scope: Scope, receive: Receive) -> CountedSale:
        match = _ADDRESS.fullmatch(scope["path"])
        if match is None:
            raise SaleUnknownMeter
        if scope["method"] != "POST":
            raise SaleNotAPost
        body = await read_body(receive, MAX_BODY_BYTES)
        if body is None:
            raise SaleTooLong
        headers = {name: header(scope, name) for name in _HEADERS}
        call = call_of(match["meter"], headers, scope["path"], body, now_ms())
        try:
            ended = await self._writer.ask(call)
        except DatabaseError:
            raise SaleNotWritten from None
        if isinstance(ended, SaleRefused):
            raise ended
        return ended


def _told(ended: CountedSale) -> dict[str, object]:
    counted = [one for one in ended.outcomes if one.verdict == Verdict.COUNTED]
    return {
        "sale": ended.sale.reference,
        "acts": len(ended.outcomes),
        "counted": len(counted),
        "reasons": sorted({one.reason for one in ended.outcomes if one.reason}),
        "receipts": [f"/recu/{one.nonce}/" for one in counted],
        "is_repeat": ended.is_repeat,
    }
