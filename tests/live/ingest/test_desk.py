"""One thread, in order, with what it returns and raises."""

import asyncio
import threading

import pytest

from live.ingest.desk import Desk


def test_things_are_done_in_order_in_one_other_thread():
    done = []

    def note(number: int, *, twice: bool) -> tuple[int, int]:
        done.append(number)
        return number * (2 if twice else 1), threading.get_ident()

    async def scene():
        desk = Desk()
        answers = await asyncio.gather(*(desk.do(note, n, twice=True) for n in range(20)))
        await desk.close()
        return answers

    answers = asyncio.run(scene())
    assert done == list(range(20))
    assert [answer for answer, _ in answers] == [2 * n for n in range(20)]
    assert {thread for _, thread in answers} != {threading.get_ident()}
    assert len({thread for _, thread in answers}) == 1


def test_what_fails_fails_where_it_was_asked_and_the_next_goes_on():
    async def scene():
        desk = Desk()
        with pytest.raises(ZeroDivisionError):
            await desk.do(lambda: 1 / 0)
        found = await desk.do(lambda: "next")
        await desk.close()
        return found

    assert asyncio.run(scene()) == "next"
