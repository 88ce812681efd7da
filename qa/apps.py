from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QaConfig(AppConfig):
    """The themes people debate, each with its question."""

    name = "qa"
    verbose_name = _("Questions")

    def ready(self) -> None:
        from campaigns.recounts import register_recounter
        from qa.domain.recount_votes import recount_votes

        register_recounter(recount_votes)
