from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    """Live programmes: announced, planned, received, put on air, and kept as replays."""

    name = "live"
    verbose_name = _("Live programmes")

    def ready(self) -> None:
        """Tell the lower rooms what lives bring to them."""
        from live.listeners import listen

        listen()
        _tell_audience()
        _tell_campaigns()
        _tell_questions()
        _tell_films()
        _tell_team()


def _tell_audience() -> None:
    """Who follows a live, what is written to them, and how it is passed on."""
    from wagtail.signals import page_published

    from audience.film_lengths import register_lengths
    from audience.letters import register_writer
    from audience.shared import register_shared
    from audience.subjects import register_subjects
    from live.domain import shared_lives, write_reminder
    from live.domain.announce_programme import MOVED
    from live.domain.counted_premieres import premiere_length_s
    from live.domain.followed_lives import KIND, SLUG, find_live
    from live.domain.remind import REMINDER
    from live.models import LiveProgrammePage

    register_subjects(KIND, SLUG, find_live)
    for occasion, write, sample in (
        (REMINDER, write_reminder.write_reminder, write_reminder.sample_reminder),
        (MOVED, write_reminder.write_moved, write_reminder.sample_moved),
    ):
        register_writer(occasion, write, sample, is_subscribed=True)
    register_lengths(premiere_length_s)
    register_shared(
        shared_lives.LIVE,
        shared_lives.find_shared_live,
        shared_lives.lives_without_codes,
        shared_lives.search_lives,
    )
    page_published.connect(shared_lives.code_live, sender=LiveProgrammePage)


def _tell_campaigns() -> None:
    """The cards that networks show."""
    from campaigns.card_sources import register_cards
    from live.domain.live_cards import live_cards
    from live.domain.shared_lives import LIVE

    register_cards(LIVE, live_cards)


def _tell_questions() -> None:
    """Comments on lives, and questions that are closed, followed and answered there."""
    from live.domain.follow_questions import follow_question
    from live.domain.panic import stops_questions
    from live.domain.place_answers import is_replay_awaited, place_of_answer
    from live.models import LiveProgrammePage
    from qa.answer_places import register_places
    from qa.commented import register_commented
    from qa.decided import tell_of_decisions
    from qa.pauses import register_pause

    register_commented(LiveProgrammePage)
    register_pause(stops_questions)
    register_places(place_of_answer, is_replay_awaited)
    tell_of_decisions(follow_question)


def _tell_films() -> None:
    """Pages that show a film, and films that are held until their premiere."""
    from live.domain.keep_film import keep_film
    from live.domain.premieres import held_films, pages_with_premiere
    from live.domain.shown_replays import pages_with_replay
    from live.replay_tasks import register_runner
    from media.domain.may_watch import register_holds, register_shows

    register_shows(pages_with_replay)
    register_shows(pages_with_premiere)
    register_holds(held_films)
    register_runner(keep_film)


def _tell_team() -> None:
    """What waits in the inbox."""
    from live.inbox_sources import AFTER
    from users.inbox import register_source

    register_source(AFTER)
