"""The menu of acts, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaigns.menu_of_acts import menu_of_acts


@require_safe
def show_menu(request: HttpRequest) -> HttpResponse:
    """Show what can be done, by how long it takes."""
    return render(request, "home/acts.html", {"courses": menu_of_acts()})
