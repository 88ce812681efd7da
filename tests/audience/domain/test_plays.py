"""What a heartbeat brings: new content only, and never more than the time that went by."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audience.domain.plays import (
    MOST_INTERVALS,
    MOST_PER_BEAT_DS,
    beat,
    few,
    first_parts,
    length,
    merged,
    new_play,
    parts_outside,
    read_play,
    read_span,
    watched_parts,
)
from audience.domain.tokens import VALID_MS, new_token
from audience.errors import PlayExpired, PlayForged, SpanNotANumber, SpanOutsideFilm

METER, FILM = "0123456789abcdef", "0123456789abcdef01234567"
START_MS = 1_790_000_000_000

interval = st.tuples(st.integers(0, 400), st.integers(0, 400)).map(lambda ends: tuple(sorted(ends)))
intervals = st.lists(interval, max_size=60)


def content(spans) -> set[int]:
    return {moment for start, end in spans for moment in range(start, end)}


def play_of(duration_s=102.0):
    return new_play(METER, FILM, duration_s, START_MS)


def watch(play, *beats, is_visible=True):
    """Play spans [(from_s, to_s, seconds that go by)]; return the play and the beat of the view."""
    at_ms, view = play.last_beat_ms, None
    for number, (from_s, to_s, passing_s) in enumerate(beats):
        at_ms += round(passing_s * 1000)
        span = (round(from_s * 10), round(to_s * 10))
        brought = beat(play, span, at_ms, is_visible=is_visible)
        play = read_play(brought.play.text(), at_ms)
        assert play == brought.play
        if brought.is_view:
            assert view is None
            view = number
    return play, view


@pytest.mark.parametrize(
    ("duration_s", "needed_s"),
    [(3600, 30), (60, 30), (59.9, 30), (59, 29.5), (24, 12), (0.5, 0.3), (0.01, 0.1)],
)
def test_thirty_seconds_or_half_of_a_short_film(duration_s, needed_s):
    assert play_of(duration_s).needed_ds == round(needed_s * 10)


def test_a_film_that_is_watched():
    play, view = watch(play_of(), *((start, start + 5, 5) for start in range(0, 50, 5)))
    assert view == 5
    assert (play.credited_ds, play.is_over, play.covered) == (300, True, ())


def test_it_may_be_watched_in_pieces():
    pieces = [(80, 90, 10), (0, 10, 10), (40, 49, 9)]
    assert watch(play_of(), *pieces)[1] is None
    assert watch(play_of(), *pieces, (49, 50, 1))[1] == 3


def test_thirty_seconds_in_three():
    play, view = watch(play_of(), (0, 30, 3))
    assert (play.credited_ds, view) == (30, None)


def test_one_segment_again_and_again():
    play, view = watch(play_of(), *[(10, 15, 5)] * 20)
    assert (play.credited_ds, view) == (50, None)


def test_sixteen_times_as_fast():
    beats = [(start, start + 80, 5) for start in range(0, 960, 80)]
    assert watch(play_of(3600), *beats[:5])[0].credited_ds == 250
    assert watch(play_of(3600), *beats)[1] == 5


def test_a_hidden_tab():
    play, view = watch(play_of(), *[(0, 30, 30), (30, 60, 30)], is_visible=False)
    assert (play.credited_ds, play.covered, view) == (0, (), None)


def test_who_waits_gains_no_whole_view_at_once():
    play, _ = watch(play_of(), (0, 30, 3600))
    assert play.credited_ds == MOST_PER_BEAT_DS < play.needed_ds


def test_a_clock_that_was_set_back_gives_nothing_and_goes_on():
    play, _ = watch(play_of(), (0, 5, 5), (5, 10, -3600))
    assert play.credited_ds == 50
    play, _ = watch(play, (10, 15, 5))
    assert play.credited_ds == 100


def test_the_rest_of_a_decisecond_is_not_lost():
    play, _ = watch(play_of(), *((start, start + 0.2, 0.25) for start in range(20)))
    assert play.credited_ds == 40


def test_a_view_is_one_then_only_time_is_noted():
    play, view = watch(play_of(24), (0, 12, 12))
    assert view == 0
    later = beat(play, (120, 180), play.last_beat_ms + 6000, is_visible=True)
    assert (later.is_view, later.play.credited_ds) == (False, 120)
    assert sum(seconds for _, seconds in later.watched) == pytest.approx(6)


def test_a_token_is_read_for_twelve_hours():
    text = play_of().text()
    assert read_play(text, START_MS + VALID_MS).film == FILM
    with pytest.raises(PlayExpired):
        read_play(text, START_MS + VALID_MS + 1)


@pytest.mark.parametrize("text", ["", "x", "\ud800", "." * 40, "é" * 2000])
def test_a_token_that_somebody_made_up(text):
    with pytest.raises(PlayForged):
        read_play(text, START_MS)


def test_a_token_of_a_button_or_of_another_site(settings):
    with pytest.raises(PlayForged):
        read_play(new_token(METER, "view").text(), START_MS)
    settings.SECRET_KEY = "theirs"
    text = play_of().text()
    settings.SECRET_KEY = "ours"
    with pytest.raises(PlayForged):
        read_play(text, START_MS)


def test_a_token_with_one_letter_changed():
    text = play_of().text()
    for place in range(len(text)):
        changed = text[:place] + ("1" if text[place] != "1" else "2") + text[place + 1 :]
        with pytest.raises(PlayForged):
            read_play(changed, START_MS)


@pytest.mark.parametrize(
    ("from_s", "to_s", "span"),
    [("0", "5", (0, 50)), ("4.96", "9.04", (50, 90)), ("100", "102.9", (1000, 1020)),
     ("3", "3", (30, 30)), ("-0", "1", (0, 10)), ("102.5", "102.8", (1020, 1020))],
)  # fmt: skip
def test_spans(from_s, to_s, span):
    assert read_span(play_of(), from_s, to_s) == span


@pytest.mark.parametrize(
    "number", ["", "x", "nan", "inf", "-inf", "1e400", "1e2", "1_0", "٣", "9" * 400, "0x1", " 1"]
)
def test_spans_that_are_no_numbers(number):
    for ends in ((number, "5"), ("0", number)):
        with pytest.raises(SpanNotANumber):
            read_span(play_of(), *ends)


@pytest.mark.parametrize(
    ("from_s", "to_s"), [("-1", "5"), ("5", "4"), ("0", "104"), ("0", "999999999999"), ("-9", "-5")]
)
def test_spans_outside_the_film(from_s, to_s):
    with pytest.raises(SpanOutsideFilm):
        read_span(play_of(), from_s, to_s)


@given(
    st.lists(st.tuples(interval, st.integers(-30_000, 30_000), st.booleans()), max_size=60),
    st.integers(1, 80),
)
def test_credit_never_exceeds_the_clock_nor_the_content(beats, duration_s):
    play = play_of(duration_s)
    at_ms, elapsed_ms, shown, noted_s = START_MS, 0, [], 0.0
    for (start, end), passing_ms, is_visible in beats:
        at_ms += passing_ms
        elapsed_ms += max(0, passing_ms)
        span = (min(start, play.duration_ds), min(end, play.duration_ds))
        if is_visible:
            shown.append(span)
        brought = beat(play, span, at_ms, is_visible=is_visible)
        assert brought.is_view == (not play.is_over and brought.play.is_over)
        play = read_play(brought.play.text(), START_MS)
        noted_s += sum(seconds for _, seconds in brought.watched)
        assert play.credited_ds * 100 <= elapsed_ms
        assert play.credited_ds <= len(content(shown))
        assert play.is_over == (play.credited_ds >= play.needed_ds)
        assert noted_s <= elapsed_ms / 1000 + 1e-6
        assert len(play.text()) < 1000


@given(st.lists(interval, max_size=12), st.randoms())
def test_the_order_of_spans_does_not_matter(spans, random):
    """With time enough, what was seen is what was seen."""
    mixed = list(spans)
    random.shuffle(mixed)

    def see(spans):
        play = play_of(3600)
        for number, span in enumerate(spans):
            for start in range(span[0], span[1], MOST_PER_BEAT_DS):
                part = (start, min(span[1], start + MOST_PER_BEAT_DS))
                play = beat(
                    play, part, START_MS + 10**6 * (number + 1) + start * 1000, is_visible=True
                ).play
        return play

    one, other = see(spans), see(mixed)
    assert one.is_over == other.is_over
    if not one.is_over:
        assert (one.credited_ds, one.covered) == (other.credited_ds, other.covered)
        assert one.credited_ds == len(content(spans))


@given(intervals, st.randoms())
def test_merged_holds_the_same_content_in_any_order(spans, random):
    found = merged(spans)
    assert content(found) == content(spans)
    assert all(before[1] < after[0] for before, after in pairwise(found))
    random.shuffle(spans)
    assert merged(spans) == found


@given(interval, intervals, st.integers(0, 500))
def test_parts_that_are_new(span, covered, most_ds):
    parts = parts_outside(span, merged(covered))
    assert content(parts) == content([span]) - content(covered)
    assert length(parts) == len(content(parts))
    first = first_parts(parts, most_ds)
    assert sorted(content(first)) == sorted(content(parts))[:most_ds]


@given(st.lists(st.integers(0, 5000), max_size=200))
def test_few_intervals_hold_all_of_many(starts):
    many = merged((start, start + 1) for start in starts)
    found = few(many)
    assert len(found) <= MOST_INTERVALS
    assert content(many) <= content(found)
    assert found == merged(found)
    assert len(many) > MOST_INTERVALS or found == many


def test_a_token_stays_short_whatever_is_skipped_through():
    play, _ = watch(play_of(36_000), *((start * 40, start * 40 + 0.1, 0.1) for start in range(250)))
    assert len(play.covered) == MOST_INTERVALS
    assert len(play.text()) < 600
    assert play.credited_ds <= 250


@given(interval, st.integers(1, 400), st.integers(400, 9000))
def test_seconds_are_spread_over_the_parts_of_the_film(span, most_ds, duration_ds):
    if span[0] == span[1]:
        return
    watched = dict(watched_parts(span, most_ds, duration_ds))
    assert sum(watched.values()) == pytest.approx(min(span[1] - span[0], most_ds) / 10)
    assert set(watched) <= set(range(50))
    assert max(watched.values()) <= duration_ds / 500 + 1e-9


def test_which_parts_of_the_film():
    assert dict(watched_parts((0, 50), 50, 1000)) == {0: 2.0, 1: 2.0, 2: 1.0}
    assert dict(watched_parts((980, 1000), 20, 1000)) == {49: 2.0}
    assert dict(watched_parts((0, 80), 40, 1000)) == {0: 1.0, 1: 1.0, 2: 1.0, 3: 1.0}
