"""Rating a film: a page of its own, since the page of the film is the same for everybody.

Somebody without our cookie gets the one that follows from the form's ticket: the same form sent
twice is one person.
"""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from audience.domain.form_tickets import key_of, new_ticket
from audience.domain.people import (
    COOKIE,
    COOKIE_MAX_AGE_S,
    cookie_for,
    is_cookie,
    person_of_cookie,
)
from episodes.domain.rate_film import rate_film, rating_by, take_rating_back
from episodes.domain.show_rating import show_rating
from episodes.models import EpisodePage
from episodes.models.rating import HIGHEST, LOWEST
from episodes.refusals import RatingFromElsewhere, RatingRefused
from front.session import is_from_own_page

PURPOSE = "episodes.rating"


# The cookie is read only to know whose rating it is; what another site sends is refused.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what one thinks of a film so far, and take what is pressed."""
    shown = EpisodePage.objects.live().public().filter(locale=Locale.get_active())
    episode = get_object_or_404(shown, pk=pk)
    film, refusal = episode.translation_key, None
    held = request.COOKIES.get(COOKIE, "")
    cookie = held if is_cookie(held) else ""
    key = key_of(request.POST.get("ticket", ""), PURPOSE)
    if request.method == "POST" and (cookie or key):
        cookie = cookie or cookie_for(f"rating.{key}")
        try:
            _do(request, film, person_of_cookie(cookie))
            return _keep(redirect("rate_film", pk=episode.pk), cookie)
        except RatingRefused as refused:
            refusal = refused
    context = {
        "episode": episode,
        "rated": show_rating(film),
        "own": rating_by(film, person_of_cookie(cookie)) if cookie else None,
        "values": range(LOWEST, HIGHEST + 1),
        "ticket": new_ticket(PURPOSE),
        "refusal": refusal,
        "is_old": request.method == "POST" and refusal is None,
    }
    status = refusal.status if refusal else 422 if context["is_old"] else 200
    return render(request, "episodes/rate.html", context, status=status)


def _do(request: HttpRequest, film: UUID, person: str) -> None:
    if not is_from_own_page(request):
        raise RatingFromElsewhere
    if request.POST.get("deed") == "back":
        take_rating_back(film, person)
    else:
        rate_film(film, person, request.POST.get("value", ""), request.META.get("REMOTE_ADDR", ""))


def _keep(answer: HttpResponse, cookie: str) -> HttpResponse:
    answer.set_cookie(
        COOKIE,
        cookie,
        max_age=COOKIE_MAX_AGE_S,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return answer
