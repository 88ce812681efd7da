from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Campaigns, the organisations behind them, and the blocks every page is written with."""

    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        from audience.listeners import register_listener
        from campaigns.domain.give import give

        register_listener(give)
