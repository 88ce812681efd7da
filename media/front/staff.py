"""The member of the team behind a request that does not pass through Django."""

from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from front.protocol import Scope, header
from front.session import cookies, is_own_origin, team_member
from media.refusals import ForeignOrigin, NotLoggedIn
from users.models import User


def ensure_own_origin(scope: Scope) -> None:
    """Raise ForeignOrigin when a browser says that the request comes from another site's page."""
    if not is_own_origin(scope):
        raise ForeignOrigin


def staff_user(scope: Scope) -> User:
    """Return who is logged in. Raises NotLoggedIn. Reads the database: call it from a thread."""
    user = team_member(scope)
    if not isinstance(user, User):
        raise NotLoggedIn
    return user


def reader_language(scope: Scope, user: User | None = None) -> str:
    """Return the language for a sentence: the one of the user's profile, else the browser's."""
    profile = getattr(user, "wagtail_userprofile", None)
    if profile and profile.preferred_language:
        return str(profile.preferred_language)
    request = HttpRequest()
    request.COOKIES = cookies(scope)
    request.META["HTTP_ACCEPT_LANGUAGE"] = header(scope, "accept-language")
    return get_language_from_request(request)
