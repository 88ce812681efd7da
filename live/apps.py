from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    """Live programmes: announced, planned, received, put on air, and kept as replays."""

    name = "live"
    verbose_name = _("Live programmes")

    def ready(self) -> None:
        from live.domain.follow_questions import follow_question
        from live.domain.keep_film import keep_film
        from live.domain.place_answers import is_replay_awaited, place_of_answer
        from live.domain.shown_replays import pages_with_replay
        from live.inbox_sources import AFTER
        from live.models import LiveProgrammePage
        from live.replay_tasks import register_runner
        from media.domain.may_watch import register_shows
        from qa.answer_places import register_places
        from qa.commented import register_commented
        from qa.decided import tell_of_decisions
        from users.inbox import register_source

        register_commented(LiveProgrammePage)
        register_places(place_of_answer, is_replay_awaited)
        tell_of_decisions(follow_question)
        register_shows(pages_with_replay)
        register_runner(keep_film)
        register_source(AFTER)
