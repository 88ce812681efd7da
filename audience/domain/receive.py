"""From requests to acts: what a request alone says of an act, and what its sender is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from audience.domain.count_acts import Offer, Outcome, count_acts
from audience.domain.days import day_of
from audience.domain.people import (
    cookie_for,
    is_cookie,
    network_of,
    person_of_browser,
    person_of_cookie,
)
from audience.domain.plays import Play
from audience.domain.robots import reason_against
from audience.domain.tokens import TokenRefused, read_token
from audience.enums import Reason
from audience.listeners import describe


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
    site: str = ""
    is_team: bool = False
    keeps_cookies: bool = True
    language: str = "fr"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a request ended; no outcome where there is no such meter.

    `cookie`: the one to set, or ""; `gift`: what the act gave, in words of the request's language.
    """

    outcome: Outcome | None
    cookie: str = ""
    gift: str = ""


def receive_acts(requests: Sequence[ActRequest]) -> list[Ended]:
    """Write the acts that `requests` ask for, all in one transaction; return how each ended."""
    offers = [offer_of(request) for request in requests]
    return [
        ended_of(request, offer, outcome)
        for request, offer, outcome in zip(requests, offers, count_acts(offers), strict=True)
    ]


def offer_of(request: ActRequest) -> Offer:
    """Return the act that `request` asks for with its button's token."""
    try:
        token = read_token(request.token, request.meter_key, request.kind, request.received_ms)
    except TokenRefused as error:
        return _offer(request, refusal=error.reason)
    return _offer(request, nonce=token.nonce, host=token.host)


def view_of(request: ActRequest, play: Play) -> Offer:
    """Return the view that `play` has become, by the beat that `request` brought."""
    return _offer(request, nonce=play.nonce, film=play.film)


def ended_of(request: ActRequest, offer: Offer, outcome: Outcome | None) -> Ended:
    """Return what the sender of `request` is told. May read the database."""
    gift = describe(outcome.gifts, request.language) if outcome else ""
    return Ended(outcome, new_cookie(request, offer), gift)


def new_cookie(request: ActRequest, offer: Offer) -> str:
    """Return the cookie to set with the answer, or an empty string when there is none to set."""
    if request.keeps_cookies and offer.nonce and not is_cookie(request.cookie):
        return cookie_for(offer.nonce)
    return ""


def objection_to(request: ActRequest) -> Reason | None:
    """Return why `request` is not a person's who acts, or None."""
    against = reason_against(request.headers)
    if against is not None:
        return against
    if request.method != "POST":
        return Reason.NOT_A_POST
    return Reason.TEAM if request.is_team else None


def _offer(
    request: ActRequest,
    *,
    nonce: str | None = None,
    host: str = "",
    film: str = "",
    refusal: Reason | None = None,
) -> Offer:
    """Return the act, with what speaks against it.

    The first objection stands: who is not a person, then the token. An act without a cookie takes
    the one that its answer will set (`new_cookie`), or, where none can be kept, the browser's hash.
    """
    received_at = moment_of(request)
    day = day_of(received_at)
    refusal = objection_to(request) or refusal
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
        film=film,
        browser=browser_of(request, day) if request.came_by else "",
        site=request.site,
        refusal=refusal,
    )


def moment_of(request: ActRequest) -> datetime:
    """Return the instant at which `request` came."""
    return datetime.fromtimestamp(request.received_ms / 1000, UTC)


def browser_of(request: ActRequest, day: date) -> str:
    """Return the hash under which the browser of `request` is known on `day`."""
    return person_of_browser(request.address, request.headers.get("user-agent", ""), day)


def _person(request: ActRequest, nonce: str | None, day: date) -> str | None:
    if not request.keeps_cookies:
        return browser_of(request, day)
    if is_cookie(request.cookie):
        return person_of_cookie(request.cookie)
    return person_of_cookie(cookie_for(nonce)) if nonce else None
