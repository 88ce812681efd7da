"""Episodes by theme, and the player of one in pages of others."""

from csp.decorators import csp_replace
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from campaigns.domain.show_campaign import campaign_to_show
from episodes.domain.list_episodes import with_programmes
from episodes.models import EpisodePage
from media.readable import readable
from qa.domain.list_questions import first_questions
from qa.views import KEPT_S, theme_at

EPISODES_PER_PAGE = 12


def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a theme: its question, what people ask about it, and its episodes, the newest first."""
    found = theme_at(slug)
    episodes = EpisodePage.objects.for_cards().filter(
        locale=found.locale, themes__translation_key=found.translation_key
    )
    page_of = Paginator(episodes, EPISODES_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "theme": found,
        "page_of": page_of,
        "episodes": with_programmes(page_of),
        "questions": first_questions(found) if page_of.number == 1 else [],
    }
    answer = render(request, "episodes/theme.html", context)
    answer.kept_s = KEPT_S  # type: ignore[attr-defined]
    return answer


@require_safe
@xframe_options_exempt
# Taken away, not opened: `*` would keep it out of frames that have no address (`srcdoc`).
@csp_replace({"frame-ancestors": None})  # type: ignore[arg-type]
def player(request: HttpRequest, pk: int) -> HttpResponse:
    """Play an episode in the page of somebody else, in the episode's own language."""
    episodes = readable(EpisodePage.objects.for_reading()).exclude(video=None)
    page = episodes.filter(pk=pk).first()
    language = page.locale.language_code if page else settings.LANGUAGE_CODE
    with override(language):
        campaign = campaign_to_show(page.campaign, page.locale_id) if page else None
        context = {"page": page, "campaign": campaign, "language": language}
        status = 200 if page else 404
        answer = render(request, "episodes/player.html", context, status=status)
    answer["Content-Language"] = language
    return answer
