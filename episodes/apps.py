from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EpisodesConfig(AppConfig):
    """Programmes (series) and their episodes."""

    name = "episodes"
    verbose_name = _("Programmes and episodes")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from audience.film_lengths import register_lengths
        from audience.shared import register_shared
        from campaigns.call_acts import register_act
        from campaigns.card_sources import register_cards
        from campaigns.embeds import register_finder
        from campaigns.menu_of_acts import register_menu_act
        from campaigns.shown_films import register_films
        from episodes.domain.campaign_films import films_for
        from episodes.domain.counted_films import counted_length_s
        from episodes.domain.embed_episode import find_episode
        from episodes.domain.episode_cards import episode_cards
        from episodes.domain.menu_acts import MENU_ACTS
        from episodes.domain.offer_rebuttal import REBUTTAL
        from episodes.domain.shared_episodes import (
            EPISODE,
            code_episode,
            episodes_without_codes,
            find_shared_episode,
            search_episodes,
        )
        from episodes.domain.shared_quotes import (
            QUOTE,
            find_shared_quote,
            quote_cards,
            quotes_without_codes,
            search_quotes,
        )
        from episodes.models import EpisodePage, ProgrammePage
        from qa.commented import register_commented

        register_lengths(counted_length_s)
        register_act(REBUTTAL)
        for menu_act in MENU_ACTS:
            register_menu_act(menu_act)
        register_finder(find_episode)
        register_films(films_for)
        register_shared(EPISODE, find_shared_episode, episodes_without_codes, search_episodes)
        register_cards(EPISODE, episode_cards)
        register_shared(QUOTE, find_shared_quote, quotes_without_codes, search_quotes)
        register_cards(QUOTE, quote_cards)
        page_published.connect(code_episode, sender=EpisodePage)
        register_commented(EpisodePage)
        register_commented(ProgrammePage)
