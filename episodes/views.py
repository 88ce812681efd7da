"""Episodes by theme."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.models import Locale

from episodes.domain.list_episodes import with_programmes
from episodes.models import EpisodePage
from qa.models import Theme

EPISODES_PER_PAGE = 12


def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a theme's question and its episodes, the newest first."""
    found = get_object_or_404(Theme, slug=slug, locale=Locale.get_active())
    episodes = EpisodePage.objects.for_cards().filter(
        locale=found.locale, themes__translation_key=found.translation_key
    )
    page_of = Paginator(episodes, EPISODES_PER_PAGE).get_page(request.GET.get("page"))
    context = {"theme": found, "page_of": page_of, "episodes": with_programmes(page_of)}
    return render(request, "episodes/theme.html", context)
