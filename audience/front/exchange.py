"""What acting and watching have in common at the door: who asks, and how the answer is told."""

from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation

from audience.domain.other_sites import other_site
from audience.domain.people import COOKIE, COOKIE_MAX_AGE_S, is_cookie
from audience.domain.receive import ActRequest, Ended
from audience.domain.sentences import sentence_for
from audience.domain.share_codes import PARAMETER, code_in_address, read_share_code
from audience.domain.tokens import now_ms
from audience.enums import ActKind
from front.database import ask
from front.protocol import Scope, header
from front.session import cookies, is_own_origin, team_member

NO_STORE = ("cache-control", "no-store")
_READ_HEADERS = ("user-agent", "purpose", "sec-purpose", "x-purpose", "x-moz")


async def request_of(scope: Scope, meter_key: str, kind: str, form: dict[str, str]) -> ActRequest:
    """Return what `scope` and `form` say of somebody who acts on a meter now."""
    found = cookies(scope)
    is_team = settings.SESSION_COOKIE_NAME in found and await ask(team_member, scope) is not None
    cookie = found.get(COOKIE, "")
    return ActRequest(
        meter_key=meter_key,
        kind=ActKind(kind).value,
        method=scope["method"],
        received_ms=now_ms(),
        address=scope["client"][0] if scope.get("client") else "",
        headers={name: header(scope, name) for name in _READ_HEADERS},
        token=form.get("token", ""),
        cookie=cookie if is_cookie(cookie) else "",
        came_by=came_by(scope, form),
        site=other_site(form.get("de", ""), header(scope, "host")),
        is_team=is_team,
        keeps_cookies=is_own_origin(scope) and "framed" not in form,
        language=language_of(form),
    )


def came_by(scope: Scope, form: dict[str, str]) -> str:
    """Return the code by which somebody came: handed on by the page, or in its address."""
    if form.get(PARAMETER):
        return read_share_code(form[PARAMETER])
    return code_in_address(header(scope, "referer"), header(scope, "host"))


def headers_for(ended: Ended) -> list[tuple[str, str]]:
    """Return the headers of the answer: never stored, with the cookie of who acted first."""
    headers = [NO_STORE]
    if ended.cookie:
        secure = "; Secure" if settings.SESSION_COOKIE_SECURE else ""
        kept = f"Max-Age={COOKIE_MAX_AGE_S}; Path=/; HttpOnly; SameSite=Lax{secure}"
        headers.append(("set-cookie", f"{COOKIE}={ended.cookie}; {kept}"))
    return headers


def told(ended: Ended, form: dict[str, str]) -> dict[str, Any]:
    """Return the answer to an act as JSON: how it ended, its receipt, a sentence for its person."""
    outcome, language = ended.outcome, language_of(form)
    assert outcome is not None
    return {
        "verdict": outcome.verdict,
        "reason": outcome.reason,
        "number": outcome.number,
        "nonce": outcome.nonce,
        "gifts": outcome.gifts,
        "gift": ended.gift,
        "is_repeat": outcome.is_repeat,
        "receipt": receipt_of(ended),
        "detail": _sentence(outcome.verdict, outcome.reason, language),
    }


@cache
def _sentence(verdict: str, reason: str, language: str) -> str:
    with translation.override(language):
        return str(sentence_for(verdict, reason))


def receipt_of(ended: Ended) -> str:
    """Return the path of the receipt, or nothing for an act that has none."""
    return f"/recu/{ended.outcome.nonce}/" if ended.outcome and ended.outcome.nonce else ""


def language_of(form: dict[str, str]) -> str:
    """Return the language of the page that sends `form`."""
    return "en" if form.get("lang") == "en" else "fr"
