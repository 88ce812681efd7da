from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EpisodesConfig(AppConfig):
    """Programmes (series) and their episodes."""

    name = "episodes"
    verbose_name = _("Programmes and episodes")
