from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    """Live programmes: announced, planned, received, put on air, and kept as replays."""

    name = "live"
    verbose_name = _("Live programmes")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from audience.film_lengths import register_lengths
        from audience.letters import register_writer
        from audience.shared import register_shared
        from audience.subjects import register_subjects
        from campaigns.card_sources import register_cards
        from live.domain.announce_programme import MOVED
        from live.domain.counted_premieres import premiere_length_s
        from live.domain.follow_questions import follow_question
        from live.domain.followed_lives import KIND, SLUG, find_live
        from live.domain.keep_film import keep_film
        from live.domain.live_cards import live_cards
        from live.domain.panic import stops_questions
        from live.domain.place_answers import is_replay_awaited, place_of_answer
        from live.domain.premieres import held_films, pages_with_premiere
        from live.domain.remind import REMINDER
        from live.domain.shared_lives import (
            LIVE,
            code_live,
            find_shared_live,
            lives_without_codes,
        )
        from live.domain.shown_replays import pages_with_replay
        from live.domain.write_reminder import (
            sample_moved,
            sample_reminder,
            write_moved,
            write_reminder,
        )
        from live.inbox_sources import AFTER
        from live.listeners import listen
        from live.models import LiveProgrammePage
        from live.replay_tasks import register_runner
        from media.domain.may_watch import register_holds, register_shows
        from qa.answer_places import register_places
        from qa.commented import register_commented
        from qa.pauses import register_pause

        register_commented(LiveProgrammePage)
        register_subjects(KIND, SLUG, find_live)
        register_writer(REMINDER, write_reminder, sample_reminder)
        register_writer(MOVED, write_moved, sample_moved)
        listen()
        register_pause(stops_questions)
        from qa.decided import tell_of_decisions
        from users.inbox import register_source

        register_commented(LiveProgrammePage)
        register_places(place_of_answer, is_replay_awaited)
        tell_of_decisions(follow_question)
        register_shows(pages_with_replay)
        register_shows(pages_with_premiere)
        register_holds(held_films)
        register_lengths(premiere_length_s)
        register_runner(keep_film)
        register_source(AFTER)
        register_shared(LIVE, find_shared_live, lives_without_codes)
        register_cards(LIVE, live_cards)
        page_published.connect(code_live, sender=LiveProgrammePage)
