"""Who asks, for a request that does not pass through Django: cookies, log-in, origin."""

from importlib import import_module
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, parse_cookie

from front.protocol import Scope, header


def cookies(scope: Scope) -> dict[str, str]:
    """Return the request's cookies."""
    return parse_cookie(header(scope, "cookie"))


def is_own_origin(scope: Scope) -> bool:
    """Say whether a page of this site sends the request, or a program that names no page."""
    origin = header(scope, "origin")
    return (
        not origin
        or origin in settings.CSRF_TRUSTED_ORIGINS
        or urlsplit(origin).netloc == header(scope, "host")
    )


def is_from_own_page(request: HttpRequest) -> bool:
    """Say the same of a request that came through Django."""
    origin = request.headers.get("Origin", "")
    return (
        not origin
        or origin in settings.CSRF_TRUSTED_ORIGINS
        or urlsplit(origin).netloc == request.get_host()
    )


def hide_address(answer: HttpResponse) -> HttpResponse:
    """Keep the address of a private page, which is its key, from travelling on to other sites.

    Our own pages still learn it: a page that sends no referrer sends no origin with its forms.
    """
    answer["Referrer-Policy"] = "same-origin"
    return answer


def team_member(scope: Scope) -> AbstractBaseUser | None:
    """Return who is logged in, or None. Reads the database: call it from a thread."""
    session_key = cookies(scope).get(settings.SESSION_COOKIE_NAME)
    if not session_key:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    user = get_user(request)
    return user if isinstance(user, AbstractBaseUser) and user.is_active else None
