"""Who asks: the logged-in member of the team behind a request that does not pass through Django."""

from importlib import import_module
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest, parse_cookie
from django.utils.translation import get_language_from_request

from media.front.protocol import Scope, header
from media.refusals import ForeignOrigin, NotLoggedIn
from users.models import User


def ensure_own_origin(scope: Scope) -> None:
    """Raise ForeignOrigin when a browser says that the request comes from another site's page."""
    origin = header(scope, "origin")
    if not origin or origin in settings.CSRF_TRUSTED_ORIGINS:
        return
    if urlsplit(origin).netloc != header(scope, "host"):
        raise ForeignOrigin


def staff_user(scope: Scope) -> User:
    """Return who is logged in. Raises NotLoggedIn. Reads the database: call it from a thread."""
    session_key = _cookies(scope).get(settings.SESSION_COOKIE_NAME)
    if not session_key:
        raise NotLoggedIn
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    user = get_user(request)
    if not isinstance(user, User) or not user.is_active:
        raise NotLoggedIn
    return user


def reader_language(scope: Scope, user: User | None = None) -> str:
    """Return the language for a sentence: the one of the user's profile, else the browser's."""
    profile = getattr(user, "wagtail_userprofile", None)
    if profile and profile.preferred_language:
        return str(profile.preferred_language)
    request = HttpRequest()
    request.COOKIES = _cookies(scope)
    request.META["HTTP_ACCEPT_LANGUAGE"] = header(scope, "accept-language")
    return get_language_from_request(request)


def _cookies(scope: Scope) -> dict[str, str]:
    return parse_cookie(header(scope, "cookie"))
