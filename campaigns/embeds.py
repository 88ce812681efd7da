"""Which pages others can embed. Higher rooms register finders for pages of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.utils.safestring import SafeString
from wagtail.models import Page

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Embed:
    """How a public page stands in pages of others.

    `kind` is its type in oEmbed; `size_px` its usual width and height; `code` makes the HTML for an
    origin (https://site) and a size.
    """

    page: Page
    kind: Literal["rich", "video"]
    size_px: Size
    code: Callable[[str, Size], SafeString]


# From an address and one of our host names to what can be embedded.
Finder = Callable[[str, str], Embed | None]

_finders: list[Finder] = []


def register_finder(finder: Finder) -> None:
    """Let `finder` answer for its pages."""
    if finder not in _finders:
        _finders.append(finder)


def embed_at(url: str, host: str) -> Embed | None:
    """Return what can be embedded of the public page at `url`; `host` is one of our names."""
    found = (finder(url, host) for finder in _finders)
    return next((embed for embed in found if embed is not None), None)
