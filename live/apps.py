from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    """Live programmes: announced, planned, received, put on air, and kept as replays."""

    name = "live"
    verbose_name = _("Live programmes")

    def ready(self) -> None:
        from live.domain.panic import stops_questions
        from live.models import LiveProgrammePage
        from qa.commented import register_commented
        from qa.pauses import register_pause

        register_commented(LiveProgrammePage)
        register_pause(stops_questions)
