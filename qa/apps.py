from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QaConfig(AppConfig):
    """The themes people debate, each with its question."""

    name = "qa"
    verbose_name = _("Questions")

    def ready(self) -> None:
        from audience.letters import register_writer
        from qa.decided import tell_of_decisions
        from qa.domain.tell_asker import OCCASION, tell_asker, write_to_asker

        tell_of_decisions(tell_asker)
        register_writer(OCCASION, write_to_asker)
