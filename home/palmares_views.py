"""The palmarès, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.domain.palmares import palmares


@require_safe
def show_palmares(request: HttpRequest) -> HttpResponse:
    """Show who and what was first, this week and of all time."""
    return render(request, "home/palmares.html", {"boards": palmares()})
