"""From a request to an offer: what the request alone says of an act."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.utils import timezone

from audience.domain.count_acts import Offer
from audience.domain.people import (
    cookie_for,
    is_cookie,
    network_of,
    person_of_browser,
    person_of_cookie,
)
from audience.domain.robots import reason_against
from audience.domain.tokens import TokenRefused, read_token
from audience.enums import Reason


@dataclass(frozen=True, slots=True)
class ActRequest:
    """What is taken from an HTTP request to act; `headers` have lower-case names."""

    meter_key: str
    kind: str
    method: str
    received_ms: int
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    token: str = ""
    cookie: str = ""
    came_by: str = ""
    is_team: bool = False
    keeps_cookies: bool = True


def offer_of(request: ActRequest) -> Offer:
    """Return the act that `request` asks for, with what speaks against it.

    The first objection stands: who is not a person, then the token. An act without a cookie takes
    the one that its answer will set (`new_cookie`), or, where none can be kept, the browser's hash.
    """
    received_at = datetime.fromtimestamp(request.received_ms / 1000, UTC)
    day = timezone.localdate(received_at)
    host, nonce, refusal = "", None, _objection(request)
    try:
        token = read_token(request.token, request.meter_key, request.kind, request.received_ms)
        host, nonce = token.host, token.nonce
    except TokenRefused as error:
        refusal = refusal or error.reason
    return Offer(
        meter_key=request.meter_key,
        kind=request.kind,
        received_at=received_at,
        # A refused act must not use the token up: a person may press the button of a page that
        # a robot has read.
        nonce=nonce if refusal is None else None,
        person=_person(request, nonce, day),
        network=network_of(request.address, request.meter_key, day),
        host=host,
        came_by=request.came_by,
        refusal=refusal,
    )


def new_cookie(request: ActRequest, offer: Offer) -> str:
    """Return the cookie to set with the answer, or an empty string when there is none to set."""
    if request.keeps_cookies and offer.nonce and not is_cookie(request.cookie):
        return cookie_for(offer.nonce)
    return ""


def _objection(request: ActRequest) -> Reason | None:
    against = reason_against(request.headers)
    if against is not None:
        return against
    if request.method != "POST":
        return Reason.NOT_A_POST
    return Reason.TEAM if request.is_team else None


def _person(request: ActRequest, nonce: str | None, day: date) -> str | None:
    if not request.keeps_cookies:
        return person_of_browser(request.address, request.headers.get("user-agent", ""), day)
    if is_cookie(request.cookie):
        return person_of_cookie(request.cookie)
    return person_of_cookie(cookie_for(nonce)) if nonce else None
