"""Whole pages kept for anonymous viewers.

The first middleware of all: a hit costs one cache look-up and nothing of Django's other layers.
A page is kept only when it is the same for everybody (no cookie set, no private header) and for
PAGE_CACHE_S seconds at most. Publishing anything raises the generation, which empties the cache.
"""

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

GENERATION_KEY = "pages:generation"
CACHED_PARAMETERS = frozenset({"page", "p", "q", "t", "theme"})
PRIVATE_PREFIXES = ("/admin/", "/documents/", "/videos/")


class AnonymousPageCache:
    """Answer anonymous GET requests from the cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = _key(request)
        if key is None:
            return self.get_response(request)
        kept = cache.get(key)
        if kept is not None:
            return _answer(kept)
        response = self.get_response(request)
        if _is_same_for_all(response):
            response["Cache-Control"] = (
                f"public, max-age=0, s-maxage={settings.PAGE_CACHE_S}, "
                f"stale-while-revalidate={settings.PAGE_CACHE_S}, stale-if-error=86400"
            )
            cache.set(key, (response.content, list(response.items())), settings.PAGE_CACHE_S)
        return response


def forget_pages() -> None:
    """Make every kept page unknown: called when something is published or taken down."""
    try:
        cache.incr(GENERATION_KEY)
    except ValueError:
        cache.set(GENERATION_KEY, 1, None)


def _key(request: HttpRequest) -> str | None:
    if request.method not in ("GET", "HEAD") or not settings.PAGE_CACHE_S:
        return None
    if settings.SESSION_COOKIE_NAME in request.COOKIES or "HTTP_AUTHORIZATION" in request.META:
        return None
    if request.path.startswith(PRIVATE_PREFIXES):
        return None
    query = request.META.get("QUERY_STRING", "")
    if query and not CACHED_PARAMETERS.issuperset(request.GET):
        return None
    host = request.META.get("HTTP_HOST", "")
    scheme = request.META.get("HTTP_X_FORWARDED_PROTO", request.scheme)
    language = request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:2] if request.path == "/" else ""
    generation = cache.get(GENERATION_KEY, 0)
    return f"page:{generation}:{scheme}:{host}:{language}:{request.method}:{request.path}?{query}"


def _is_same_for_all(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "Set-Cookie" not in response
        and "private" not in response.get("Cache-Control", "")
        and "no-store" not in response.get("Cache-Control", "")
    )


def _answer(kept: tuple[bytes, list[tuple[str, str]]]) -> HttpResponse:
    content, headers = kept
    response = HttpResponse(content)
    for name, value in headers:
        response[name] = value
    return response
