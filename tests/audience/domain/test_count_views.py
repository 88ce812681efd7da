"""What plays bring is written at once: views, watch time, plays that begin."""

from datetime import date

import pytest

from audience.domain.count_views import PlayNote, note_of_beat, note_of_start, write_plays
from audience.domain.plays import Beat, new_play
from audience.domain.receive import ActRequest
from audience.enums import Reason, Verdict
from audience.models import Act, FilmPlays, FilmWatched

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

FILM = "0123456789abcdef01234567"
WATCHED = ((0, 2.0), (1, 3.0))
DAY = date(2026, 9, 21)


@pytest.fixture
def play(meter, clock):
    return new_play(meter.key, FILM, 60, clock.ms)


@pytest.fixture
def ask(meter, clock):
    def ask(**values):
        headers = {"user-agent": "Mozilla/5.0 Firefox/130.0"}
        standard = {"method": "POST", "received_ms": clock.ms, "address": "192.0.2.7"}
        return ActRequest(
            **{"meter_key": meter.key, "kind": "view", "headers": headers, **standard, **values}
        )

    return ask


def view(play, request, watched=WATCHED):
    return note_of_beat(Beat(play, watched, is_view=True), request)


def test_a_view_is_an_act(play, ask, meter):
    [ended] = write_plays([view(play, ask())])
    assert (ended.outcome.verdict, ended.outcome.nonce) == (Verdict.COUNTED, play.nonce)
    assert ended.cookie
    act = Act.objects.get()
    assert (act.kind, act.film, act.number, act.meter) == ("view", FILM, 1, meter)


def test_one_play_is_one_view(play, ask):
    first, again = write_plays([view(play, ask()), view(play, ask())])
    assert again.outcome.is_repeat
    assert first.outcome.number == again.outcome.number == 1
    [stranger] = write_plays([view(play, ask(cookie="c" * 22))])
    assert stranger.outcome.reason == Reason.TOKEN_USED


def test_notes_of_one_batch_are_added_up(play, ask):
    start = note_of_start(play, ask())
    beat = note_of_beat(Beat(play, WATCHED), ask())
    assert write_plays([start, beat, start, beat]) == [None] * 4
    assert list(FilmPlays.objects.values_list("film", "day", "plays")) == [(FILM, DAY, 2)]
    assert dict(FilmWatched.objects.values_list("bucket", "seconds")) == {0: 4.0, 1: 6.0}


def test_robots_and_the_team_leave_no_watch_time(play, ask):
    for request in (ask(is_team=True), ask(headers={})):
        assert not note_of_start(play, request)
        assert not note_of_beat(Beat(play, WATCHED), request)
    [ended] = write_plays([view(play, ask(is_team=True))])
    assert (ended.outcome.verdict, ended.outcome.reason) == (Verdict.REFUSED, Reason.TEAM)
    assert not FilmWatched.objects.exists()


def test_a_repeated_beat_is_noted_once(play, ask):
    assert not note_of_beat(Beat(play, WATCHED), ask(), is_repeat=True)
    assert note_of_beat(Beat(play, WATCHED, is_view=True), ask(), is_repeat=True).view == play


def test_a_beat_that_brings_nothing(play, ask):
    assert not note_of_beat(Beat(play), ask())
    assert write_plays([PlayNote(FILM, DAY)]) == [None]


def test_a_meter_that_is_gone(play, ask, meter):
    meter.delete()
    [ended] = write_plays([view(play, ask())])
    assert (ended.outcome, ended.cookie) == (None, ended.cookie)
