"""The channel by arithmetic: each instant has one film and one second, for ever."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from live.domain.channel_clock import ANCHOR, slot_at

instants = st.datetimes(
    min_value=datetime(2020, 1, 1),  # noqa: DTZ001
    max_value=datetime(2099, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
lengths = st.lists(
    st.integers(1, 20_000_000).map(lambda ticks: ticks / 1000), min_size=1, max_size=12
)
TICK = timedelta(milliseconds=1)


@given(lengths, instants)
def test_each_instant_has_one_film_and_one_second(films, instant):
    slot = slot_at(films, instant)
    assert slot.begins_at <= instant < slot.ends_at
    assert slot.ends_at - slot.begins_at == round(films[slot.place] * 1000) * TICK
    assert 0 <= slot.second_at(instant) < films[slot.place] + 0.001


@given(lengths, instants)
def test_films_follow_in_their_order_without_a_gap(films, instant):
    slot = slot_at(films, instant)
    following = slot_at(films, slot.ends_at)
    assert following.place == (slot.place + 1) % len(films)
    assert following.begins_at == slot.ends_at
    before = slot_at(films, slot.begins_at - TICK)
    assert before.ends_at == slot.begins_at


@given(lengths, instants, st.integers(0, 999))
def test_whoever_asks_within_a_film_hears_the_same(films, instant, part):
    slot = slot_at(films, instant)
    assert slot_at(films, slot.begins_at + part * (slot.ends_at - slot.begins_at) / 1000) == slot


@given(lengths, instants, st.data())
def test_a_film_without_length_changes_nothing(films, instant, data):
    place = data.draw(st.integers(0, len(films)))
    more = [*films[:place], 0.0, *films[place:]]
    one, other = slot_at(films, instant), slot_at(more, instant)
    assert (one.begins_at, one.ends_at) == (other.begins_at, other.ends_at)
    assert films[one.place] == more[other.place]


@given(lengths, instants)
def test_after_a_round_all_is_as_it_was(films, instant):
    round_ = sum(round(length_s * 1000) for length_s in films) * TICK
    now, then = slot_at(films, instant), slot_at(films, instant + round_)
    assert now.place == then.place
    assert then.begins_at - now.begins_at == round_


@given(instants)
def test_nothing_to_show(instant):
    assert slot_at([], instant) is None
    assert slot_at([0.0, 0.0004, -3.0], instant) is None


def test_the_first_film_began_at_the_anchor():
    assert slot_at([10, 20], ANCHOR).place == 0
    slot = slot_at([10, 20], ANCHOR + timedelta(seconds=40.5))
    assert (slot.place, slot.second_at(ANCHOR + timedelta(seconds=40.5))) == (1, 0.5)
    assert slot_at([10, 20], ANCHOR - TICK).place == 1
