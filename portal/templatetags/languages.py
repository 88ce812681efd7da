"""Where the page that is shown stands in the other languages of the site."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import ResolverMatch, reverse
from django.utils.translation import get_language, override
from wagtail.models import Page

from home.templatetags.site_parts import other_languages

register = template.Library()

# Their addresses name something of one language: a cause or a theme, a film or a line of it.
OF_ONE_LANGUAGE = frozenset(
    {
        "act",
        "act_refused",
        "answered_questions",
        "ask",
        "cause",
        "comments",
        "live_channel",
        "newest_questions",
        "question",
        "questions",
        "quote",
        "rate_film",
        "theme",
        "vote",
        "write_comment",
    }
)


# What pages that everybody may see ask of their address: which part of a list, which of its kinds,
# which words, which sum.
WISHES = frozenset({"page", "q", "standing", "field", "cause", "amount", "scheme"})


@register.simple_tag(takes_context=True)
def same_elsewhere(context: dict[str, Any], page: Any = None) -> list[tuple[str, str]]:
    """Return (language code, address) for this page in each other language in which it exists.

    A page of the tree says so itself. Any other page has one address in each language, unless what
    it shows is of one language only. What a POST answered is nowhere else to be read, except a form
    that was not taken: its address shows the form. No error has a twin.
    """
    if isinstance(page, Page):
        return other_languages(context, page)
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    if request is None or match is None or not match.url_name or "exception" in context:
        return []
    if match.url_name in OF_ONE_LANGUAGE or match.url_name.startswith("wagtail"):
        return []
    if request.method == "POST" and "form" not in context:
        return []
    others = [code for code, _ in settings.LANGUAGES if code != get_language()]
    twins = [(code, _address(request, match, code)) for code in others]
    return [(code, address) for code, address in twins if address != request.path]


@register.simple_tag(takes_context=True)
def same_here(context: dict[str, Any]) -> str:
    """Return the address of this page, with what it asks of it and nothing else."""
    request = context["request"]
    return _with_wishes(request.path, request)


def _address(request: HttpRequest, match: ResolverMatch, code: str) -> str:
    with override(code):
        path = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    return path if path == request.path else _with_wishes(path, request)


def _with_wishes(path: str, request: HttpRequest) -> str:
    wishes = "" if request.method == "POST" else _wishes(request.GET)
    return f"{path}?{wishes}" if wishes else path


def _wishes(asked: QueryDict) -> str:
    """Return what an address asks of its page, without what came along with it.

    What the page cache does not look at would be shown to others.
    """
    kept = [(name, value) for name, values in asked.lists() if name in WISHES for value in values]
    return urlencode(kept)
