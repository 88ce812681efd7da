"""The channel by itself: what a page that shows it asks for when a film is over."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from live.models import LiveIndexPage
from media.readable import readable

# What was on a second ago may be over.
KEPT_S = 1


@require_safe
def channel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is on: the channel's film, or the live that took its place; else nothing."""
    index = readable(LiveIndexPage.objects.filter(pk=pk)).first()
    if index is None:
        raise Http404
    answer = render(request, "live/channel_now.html", {"page": index})
    answer["X-Robots-Tag"] = "noindex"
    answer.kept_s = KEPT_S  # type: ignore[attr-defined]
    return answer
