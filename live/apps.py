from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    """Live programmes: announced, planned, received, put on air, and kept as replays."""

    name = "live"
    verbose_name = _("Live programmes")

    def ready(self) -> None:
        from audience.letters import register_writer
        from audience.subjects import register_subjects
        from live.domain.announce_programme import MOVED
        from live.domain.followed_lives import KIND, SLUG, find_live
        from live.domain.remind import REMINDER
        from live.domain.write_reminder import (
            sample_moved,
            sample_reminder,
            write_moved,
            write_reminder,
        )
        from live.listeners import listen
        from live.domain.panic import stops_questions
        from live.models import LiveProgrammePage
        from qa.commented import register_commented
        from qa.pauses import register_pause

        register_commented(LiveProgrammePage)
        register_subjects(KIND, SLUG, find_live)
        register_writer(REMINDER, write_reminder, sample_reminder)
        register_writer(MOVED, write_moved, sample_moved)
        listen()
        register_pause(stops_questions)
