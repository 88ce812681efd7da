"""Segments begin at keyframes, last at least a second, and are the same in all rungs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live.feed_refusals import KeyframesTooRare, MachineTooSlow, StreamUnreadable
from live.ingest.cutter import LONGEST_S, MOST_SOUND, MOST_WAITING, SOURCE, Cut, Cutter, Seal, Write
from live.ingest.fragments import Part

FRAME_S = 0.1


def part(at_s: float, frames: int = 5, *, key: bool = True, data: bytes = b"") -> Part:
    return Part(data or f"{at_s:.1f}".encode(), key, at_s, (FRAME_S,) * frames)


def steps_of(cutter: Cutter, rung: str, parts: list[Part]) -> list:
    return [step for one in parts for step in cutter.take(rung, one)]


def files(steps: list) -> dict[tuple[str, int], list[bytes]]:
    """Return the parts of each sealed segment."""
    found: dict[tuple[str, int], list[bytes]] = {}
    sealed = {(step.rung, step.number) for step in steps if isinstance(step, Seal)}
    for step in steps:
        if isinstance(step, Write):
            pieces = found.setdefault((step.rung, step.number), [])
            assert step.piece == len(pieces)
            pieces.append(step.data)
    return {place: pieces for place, pieces in found.items() if place in sealed}


def cuts(steps: list) -> list[Cut]:
    return [step for step in steps if isinstance(step, Cut)]


def test_a_segment_ends_at_the_first_keyframe_after_a_second():
    cutter = Cutter()
    steps = steps_of(cutter, SOURCE, [part(1 + n / 2, key=True) for n in range(5)])
    assert [(cut.number, cut.shown_s, cut.length_s) for cut in cuts(steps)] == [
        (0, 1.0, 1.0),
        (1, 2.0, 1.0),
    ]
    steps += cutter.finish()
    assert [cut.length_s for cut in cuts(steps)] == [1.0, 1.0, 0.5]
    assert files(steps)[SOURCE, 1] == [b"2.0", b"2.5"]


def test_a_cut_comes_after_its_files():
    cutter = Cutter(("360p",))
    steps = steps_of(cutter, SOURCE, [part(1.0, 10), part(2.0, 10), part(3.0, 10)])
    assert cuts(steps) == []
    steps += steps_of(cutter, "360p", [part(1.0, 10), part(2.0, 10)])
    assert [cut.number for cut in cuts(steps)] == [0]
    assert steps.index(cuts(steps)[0]) > steps.index(Seal("360p", 0))


def test_what_comes_before_the_first_keyframe_is_left_out():
    cutter = Cutter()
    assert cutter.take(SOURCE, part(1.0, key=False)) == []
    assert cutter.take(SOURCE, part(1.5)) == [Write(SOURCE, 0, 0, b"1.5", 0.5, True)]


def test_a_rung_that_is_ahead_waits_for_the_source():
    cutter = Cutter(("360p",))
    assert steps_of(cutter, "360p", [part(1.0), part(1.5), part(2.0), part(2.5)]) == []
    steps = steps_of(cutter, SOURCE, [part(1.0), part(1.5), part(2.0), part(2.5), part(3.0)])
    assert files(steps)["360p", 0] == files(steps)[SOURCE, 0] == [b"1.0", b"1.5"]


def test_sound_alone_goes_along_with_the_pictures_after_it():
    cutter = Cutter()
    sound = Part(b"sound", False, 0.0)
    steps = steps_of(cutter, SOURCE, [part(1.0, 10), sound, part(2.0, 10)]) + cutter.finish()
    assert files(steps)[SOURCE, 0] == [b"1.0"]
    assert files(steps)[SOURCE, 1] == [b"sound2.0"]
    assert [cut.parts_s for cut in cuts(steps)] == [pytest.approx((1.0,))] * 2


def test_of_a_picture_that_stands_still_not_all_sound_is_kept():
    cutter = Cutter()
    many = [Part(b"%d;" % number, False, 0.0) for number in range(MOST_SOUND + 5)]
    steps = steps_of(cutter, SOURCE, [part(1.0, 10), *many, part(2.0, 10)]) + cutter.finish()
    kept = b"".join(b"%d;" % number for number in range(5, MOST_SOUND + 5))
    assert files(steps)[SOURCE, 1] == [kept + b"2.0"]


def test_a_picture_that_stands_still_ends_its_segment_at_once():
    cutter = Cutter(("360p",))
    before = [part(1.0), part(1.5, key=False)]
    steps = steps_of(cutter, SOURCE, before) + steps_of(cutter, "360p", before)
    assert cuts(steps) == []
    cut = cutter.interrupt()
    assert [(step.number, step.length_s) for step in cuts(cut)] == [(0, 1.0)]
    assert cutter.interrupt() == []
    # Nothing follows from the rest of that second; at the next keyframe it goes on.
    late = [part(2.0, key=False), part(3.0), part(3.5, key=False), part(4.0)]
    after = steps_of(cutter, SOURCE, late) + steps_of(cutter, "360p", late) + cutter.finish()
    assert files(steps + cut + after)[SOURCE, 0] == [b"1.0", b"1.5"]
    for rung in (SOURCE, "360p"):
        assert files(after)[rung, 1] == [b"3.0", b"3.5"]
    assert [step.number for step in cuts(after)] == [1, 2]
    assert cuts(after)[0].shown_s == 3.0


def test_before_the_first_keyframe_there_is_nothing_to_end():
    cutter = Cutter()
    cutter.take(SOURCE, part(1.0, key=False))
    assert cutter.interrupt() == cutter.finish() == []


def test_keyframes_that_hardly_ever_come_are_refused():
    cutter = Cutter()
    cutter.take(SOURCE, part(1.0, 10))
    rest = [part(second, 10, key=False) for second in range(2, int(LONGEST_S) + 4)]
    with pytest.raises(KeyframesTooRare):
        steps_of(cutter, SOURCE, rest)


def test_a_rung_without_a_keyframe_of_the_source_is_refused():
    cutter = Cutter(("360p",))
    steps_of(cutter, SOURCE, [part(1.0, 10), part(2.0, 10), part(3.0, 10)])
    cutter.take("360p", part(1.0, 20))
    with pytest.raises(StreamUnreadable):
        cutter.take("360p", part(3.0, 10))


def test_a_rung_that_runs_away_is_refused():
    cutter = Cutter(("360p",))
    with pytest.raises(MachineTooSlow):
        steps_of(cutter, "360p", [part(1 + number) for number in range(MOST_WAITING + 2)])


@given(
    st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=1, max_size=40),
    st.lists(st.integers(0, 1), min_size=80, max_size=80),
)
def test_whatever_the_order_of_arrival_all_rungs_get_the_same_segments(shape, turns):
    """Two rungs with keyframes at the same places come interleaved in any way."""
    parts, at_s = [], 1.0
    for number, (frames, key) in enumerate(shape):
        parts.append(part(round(at_s, 6), frames, key=key or number == 0, data=b"%d;" % number))
        at_s += frames * FRAME_S
    cutter = Cutter(("360p",))
    queues = {SOURCE: list(parts), "360p": list(parts)}
    steps = []
    try:
        for turn in turns:
            rung = (SOURCE, "360p")[turn]
            if queues[rung]:
                steps += cutter.take(rung, queues[rung].pop(0))
        for rung, rest in queues.items():
            steps += steps_of(cutter, rung, rest)
    except KeyframesTooRare:
        return
    steps += cutter.finish()
    written = files(steps)
    found = cuts(steps)
    assert [cut.number for cut in found] == list(range(len(found)))
    for cut in found:
        assert written[SOURCE, cut.number] == written["360p", cut.number]
        assert len(cut.parts_s) == len(written[SOURCE, cut.number])
    for cut in found[:-1]:
        assert cut.length_s > 0.98
    everything = b"".join(b"".join(written[SOURCE, cut.number]) for cut in found)
    assert everything == b"".join(one.data for one in parts)
