"""Whole pages kept for anonymous viewers.

The first middleware of all: a hit costs two cache look-ups and nothing of Django's other layers.
A page is kept only when it is the same for everybody (no cookie set, no private header), for the
edition and for PAGE_CACHE_S seconds at most: publishing anything empties the cache. A view whose
page lives faster says for how long with `response.kept_s`.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from media.edition import edition

NOT_KEPT = ("/admin/", "/documents/", "/videos/", "/static/", "/vignette/")
# All that a kept page may read of its address: more would let junk push pages out of the cache.
PAGE_NUMBER = "page"
_DIGITS = re.compile(r"[0-9]{1,4}")
# What only our scripts or somebody's statistics read: the page is the same with and without. A view
# that read one of these would show one viewer's page to all ("par": who brought them).
UNREAD = frozenset({"t", "to", "par", "fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"})
UNREAD_BEGINNINGS = ("utm_", "mtm_", "pk_")


class AnonymousPageCache:
    """Answer anonymous GET and HEAD requests from the cache."""

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
            kept_s = min(getattr(response, "kept_s", settings.PAGE_CACHE_S), settings.PAGE_CACHE_S)
            response["Cache-Control"] = (
                f"public, max-age=0, s-maxage={kept_s}, "
                f"stale-while-revalidate={kept_s}, stale-if-error=86400"
            )
            if request.method == "GET":
                cache.set(key, (response.content, response.items()), kept_s)
        return response


def _key(request: HttpRequest) -> str | None:
    """Return the name under which the answer is kept, or None when it must not be."""
    if request.method not in ("GET", "HEAD") or not settings.PAGE_CACHE_S:
        return None
    if settings.SESSION_COOKIE_NAME in request.COOKIES or "HTTP_AUTHORIZATION" in request.META:
        return None
    if request.path.startswith(NOT_KEPT):
        return None
    number = _page_number(request.META.get("QUERY_STRING", ""))
    if number is None:
        return None
    host = request.META.get("HTTP_HOST", "")
    address = f"{request.scheme}://{host}{request.path}?{number}"
    # An address may be longer than the names that caches take.
    return f"page:{edition()}:{sha256(address.encode(errors='replace')).hexdigest()}"


def _page_number(query: str) -> str | None:
    """Return the page of a list that `query` asks for ("" when none), None for any other wish."""
    number = ""
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name == PAGE_NUMBER and _DIGITS.fullmatch(value):
            number = value
        elif name not in UNREAD and not name.startswith(UNREAD_BEGINNINGS):
            return None
    return number


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
    return HttpResponse(content, headers=dict(headers))
