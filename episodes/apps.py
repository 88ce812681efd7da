from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EpisodesConfig(AppConfig):
    """Programmes (series) and their episodes."""

    name = "episodes"
    verbose_name = _("Programmes and episodes")

    def ready(self) -> None:
        from audience.film_lengths import register_lengths
        from campaigns.shown_films import register_films
        from episodes.domain.campaign_films import films_for
        from episodes.domain.counted_films import counted_length_s

        register_lengths(counted_length_s)
        register_films(films_for)
