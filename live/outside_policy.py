"""Which other site a page may show: noted while it is drawn, read when its policy is written.

A page that shows nothing from elsewhere keeps the strict policy of all pages.
"""

from django.http import HttpRequest

from live.outside import OutsideSource

_NOTED = "outside_directives"


def let_in(request: HttpRequest, source: OutsideSource) -> None:
    """Let the page that answers `request` show `source`, and nothing else of other sites."""
    names = ("frame-src",) if source.is_embed else ("connect-src", "media-src")
    noted = outside_directives(request)
    for name in names:
        noted[name] = sorted({*noted.get(name, []), source.origin})
    setattr(request, _NOTED, noted)


def outside_directives(request: HttpRequest) -> dict[str, list[str]]:
    """Return what the page that answers `request` needs beyond the policy of all pages."""
    return dict(getattr(request, _NOTED, {}))
