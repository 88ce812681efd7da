"""The page of a line of a film: what networks show of it is its card."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from episodes.domain.shared_quotes import QUOTE, public_quotes, quoted


@require_safe
def quote(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a line, in its own language only, with the moment of the film it is from."""
    found = public_quotes().filter(pk=pk, episode__locale=Locale.get_active()).first()
    if found is None:
        raise Http404
    context = {
        "quote": found,
        "title": quoted(found.words),
        "episode": found.episode,
        "kind": QUOTE,
    }
    return render(request, "episodes/quote.html", context)
