"""The overlay: a page without a background that lies over the picture in the team's mixer (OBS)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from live.models import LiveProgrammePage


@require_safe
def overlay(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the overlay of a programme; it reads nothing but the public snapshots."""
    published = LiveProgrammePage.objects.live().public().select_related("campaign__meter")
    context = {"programme": get_object_or_404(published, pk=pk)}
    return render(request, "live/overlay.html", context)
