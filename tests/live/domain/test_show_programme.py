"""Where a programme stands: from rows, whatever the hour, and never from a rehearsal."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.show_programme import show_programme
from live.enums import ShowState
from live.models import Feed, FeedSegment, FeedSession, Recording, Run

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def live_page(make_live):
    return make_live(planned_minutes=90)


@pytest.fixture
def feed(live_page):
    return Feed.objects.create(programme=live_page, name="Plateau")


def run_of(live_page, begins=timedelta(), **values) -> Run:
    return Run.objects.create(
        programme=live_page, started_at=live_page.starts_at + begins, **values
    )


def deliver(feed, at, length_s=1.0) -> None:
    session, _ = FeedSession.objects.get_or_create(
        feed=feed, ended_at=None, defaults={"started_at": at, "seen_at": at}
    )
    FeedSegment.objects.create(
        session=session, number=session.segments.count(), starts_at=at, length_s=length_s
    )


@pytest.mark.parametrize(
    ("from_start", "state"),
    [
        (-2 * HOUR, ShowState.ANNOUNCED),
        (-HOUR, ShowState.SOON),
        (HOUR, ShowState.SOON),
        (1.5 * HOUR, ShowState.ENDED),
    ],
)
def test_without_a_run_the_hour_decides(live_page, from_start, state):
    assert show_programme(live_page, live_page.starts_at + from_start).state == state
    run_of(live_page, is_rehearsal=True)
    show = show_programme(live_page, live_page.starts_at + from_start)
    assert (show.state, show.run) == (state, None)


def test_on_air_whenever_it_began(live_page):
    run = run_of(live_page, begins=-3 * HOUR)
    show = show_programme(live_page, live_page.starts_at - 2 * HOUR)
    assert (show.state, show.run, show.is_live) == (ShowState.ON_AIR, run, True)


def test_a_translation_shares_the_run(live_page, translate):
    run = run_of(live_page)
    assert show_programme(translate(live_page), live_page.starts_at).run == run


def test_interrupted_after_five_seconds_without_a_picture(live_page, feed):
    run_of(live_page, feed=feed)
    at = live_page.starts_at + timedelta(minutes=10)
    deliver(feed, at)
    ends = at + timedelta(seconds=1)
    assert show_programme(live_page, ends + timedelta(seconds=5)).state == ShowState.ON_AIR
    show = show_programme(live_page, ends + timedelta(seconds=5.1))
    assert (show.state, show.interrupted_since) == (ShowState.INTERRUPTED, ends)
    deliver(feed, ends + timedelta(seconds=20))
    assert show_programme(live_page, ends + timedelta(seconds=22)).state == ShowState.ON_AIR


def test_a_feed_that_never_came_is_missed_from_the_moment_it_was_taken(live_page, feed):
    run = run_of(live_page, feed=feed)
    Run.objects.filter(pk=run.pk).update(taken_at=live_page.starts_at + HOUR)
    show = show_programme(live_page, live_page.starts_at + HOUR + timedelta(seconds=6))
    assert show.interrupted_since == live_page.starts_at + HOUR


@pytest.mark.parametrize("values", [{"feed": None}, {"shows_slate": True}])
def test_what_is_done_on_purpose_is_no_interruption(live_page, feed, values):
    run_of(live_page, **{"feed": feed, **values})
    assert show_programme(live_page, live_page.starts_at + HOUR).state == ShowState.ON_AIR


def test_over_then_to_watch_again(live_page):
    run = run_of(live_page, ended_at=live_page.starts_at + HOUR)
    later = live_page.starts_at + 2 * HOUR
    assert show_programme(live_page, later).state == ShowState.ENDED
    recording = Recording.objects.create(run=run)
    assert show_programme(live_page, later).state == ShowState.ENDED
    Recording.objects.update(is_public=True)
    show = show_programme(live_page, later)
    assert (show.state, show.recording, show.is_over) == (ShowState.REPLAY, recording, True)


def test_a_later_date_announces_it_again(live_page):
    run_of(live_page, begins=-48 * HOUR, ended_at=live_page.starts_at - 47 * HOUR)
    assert show_programme(live_page, live_page.starts_at - 24 * HOUR).state == ShowState.ANNOUNCED


def test_a_second_run_hides_the_first(live_page):
    run_of(live_page, ended_at=live_page.starts_at + HOUR)
    second = run_of(live_page, begins=2 * HOUR)
    assert show_programme(live_page, live_page.starts_at + 3 * HOUR).run == second


def test_now_is_the_clock(make_live):
    live_page = make_live(starts_at=timezone.now() + timedelta(minutes=5))
    assert show_programme(live_page).is_before


def test_a_premiere_begins_and_ends_by_itself(make_live, make_episode, make_film):
    film = make_film(with_files=False, duration=90)
    page = make_live(film=make_episode(video=film), planned_minutes=600)
    begins = page.starts_at
    seconds = (-7200, -1, 0, 89.9, 90, 7200)
    shows = [show_programme(page, begins + timedelta(seconds=second)) for second in seconds]
    assert [show.state for show in shows] == [
        ShowState.ANNOUNCED,
        ShowState.SOON,
        ShowState.ON_AIR,
        ShowState.ON_AIR,
        ShowState.REPLAY,
        ShowState.REPLAY,
    ]
    assert all(show.premiere.video == film and show.run is None for show in shows)
    assert [show.has_replay for show in shows] == [False] * 4 + [True] * 2
    assert shows[3].span is None
    assert shows[4].span == (begins, begins + timedelta(seconds=90))


def test_a_premiere_without_a_film_that_plays_did_not_go_on_air(make_live, make_episode):
    page = make_live(film=make_episode(video=None))
    show = show_programme(page, page.starts_at + 2 * HOUR)
    assert (show.state, show.premiere, show.span) == (ShowState.ENDED, None, None)
