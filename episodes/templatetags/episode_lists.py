"""Lists of episodes for page templates."""

from django import template
from wagtail.models import Locale

from campaigns.models import CampaignPage
from episodes.domain import list_episodes
from episodes.domain.show_rating import Rated, show_rating
from episodes.models import EpisodePage, ProgrammePage, Quote
from media.edition import kept
from media.models import Video

register = template.Library()


@register.simple_tag
def newest_episodes(count: int) -> list[EpisodePage]:
    return list_episodes.newest_episodes(Locale.get_active(), count)


@register.simple_tag
def episodes_of_campaign(campaign: CampaignPage) -> list[EpisodePage]:
    return list_episodes.episodes_of_campaign(campaign)


@register.simple_tag
def episodes_of_programme(programme: ProgrammePage) -> list[EpisodePage]:
    return list_episodes.episodes_of_programme(programme)


@register.simple_tag
def next_episode(episode: EpisodePage) -> EpisodePage | None:
    # A draft in preview may have another number.
    name = f"next-episode:{episode.pk}:{episode.number}"
    return kept(name, lambda: list_episodes.next_episode(episode))


@register.simple_tag
def episode_with(film: Video) -> EpisodePage | None:
    return list_episodes.episode_with(film, Locale.get_active())


@register.simple_tag
def rating_of(episode: EpisodePage) -> Rated:
    """Return how its film is rated, 15 s ago at most."""
    film = episode.translation_key
    return kept(f"rating:{film}", lambda: show_rating(film))


@register.simple_tag
def lines_of(episode: EpisodePage) -> list[Quote]:
    return kept(f"lines-of:{episode.pk}", lambda: list(Quote.objects.filter(episode=episode.pk)))
