"""The presenter's view: a private address that shows the show and takes one word, “seen”."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from front.forms import number_in
from front.session import hide_address
from live.domain.message_presenter import see_message
from live.domain.presenter_links import run_of_secret
from live.domain.presenter_state import presenter_state
from live.models import Run


@never_cache
@require_safe
def presenter(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the view in big type."""
    run = _run(secret)
    context = {"run": run, "secret": secret, "state": presenter_state(run)}
    return _private(render(request, "live/presenter.html", context))


@never_cache
@require_safe
def state(request: HttpRequest, secret: str) -> HttpResponse:
    """Return what the view shows now."""
    return _private(JsonResponse(presenter_state(_run(secret))))


@never_cache
@require_POST
def seen(request: HttpRequest, secret: str) -> HttpResponse:
    """Note that the presenter has read a message."""
    see_message(_run(secret), number_in(request.POST.get("message", "")))
    return _private(redirect("presenter", secret=secret))


def _run(secret: str) -> Run:
    run = run_of_secret(secret)
    if run is None:
        raise Http404
    return run


def _private(answer: HttpResponse) -> HttpResponse:
    answer["X-Robots-Tag"] = "noindex"
    return hide_address(answer)
