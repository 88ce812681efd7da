"""Lists of episodes, each in a fixed number of queries whatever its length."""

from collections.abc import Iterable

from django.db.models import Case, F, When
from wagtail.models import Locale, Page

from campaigns.models import CampaignPage
from episodes.models import EpisodePage, ProgrammePage
from media.models import Video


def with_programmes(episodes: Iterable[EpisodePage]) -> list[EpisodePage]:
    """Return `episodes`, each with its programme as `programme`, fetched all at once."""
    found = list(episodes)
    paths = {episode.path[: -Page.steplen] for episode in found}
    programmes = {p.path: p for p in ProgrammePage.objects.filter(path__in=paths)}
    for episode in found:
        episode.programme = programmes.get(episode.path[: -Page.steplen])
    return found


def newest_episodes(locale: Locale, count: int) -> list[EpisodePage]:
    """Return the newest public episodes of a language."""
    return with_programmes(EpisodePage.objects.for_cards().filter(locale=locale)[:count])


def episodes_of_campaign(campaign: CampaignPage) -> list[EpisodePage]:
    """Return the public episodes that serve a campaign, in the language of its page."""
    serving = EpisodePage.objects.for_cards().filter(
        locale=campaign.locale_id, campaign__translation_key=campaign.translation_key
    )
    return with_programmes(serving[:12])


def episodes_of_programme(programme: ProgrammePage) -> list[EpisodePage]:
    """Return the public episodes of a programme, in the order of their numbers."""
    episodes = list(
        EpisodePage.objects.for_cards()
        .child_of(programme)
        .order_by(F("number").asc(nulls_last=True), "path")
    )
    for episode in episodes:
        episode.programme = programme
    return episodes


def next_episode(episode: EpisodePage) -> EpisodePage | None:
    """Return the one to watch next: the following number, else the newest other one."""
    others = EpisodePage.objects.for_cards().sibling_of(episode, inclusive=False)
    if episode.number is None:
        return others.first()
    following = Case(When(number__gt=episode.number, then=F("number")))
    return others.order_by(following.asc(nulls_last=True), *others.query.order_by).first()


def episode_with(film: Video, locale: Locale) -> EpisodePage | None:
    """Return the newest public episode that shows `film`, in `locale` if there is one."""
    shown = EpisodePage.objects.live().public().filter(video=film)
    return shown.filter(locale=locale).order_by("-first_published_at").first() or shown.first()
