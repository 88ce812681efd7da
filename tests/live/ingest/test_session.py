"""How a session ends when several things end at once; tests/live/encoder has the whole of it."""

import asyncio

import pytest

from live.enums import SessionEnd
from live.feed_refusals import NoRoomLeft, PictureUnfit, StreamUnreadable
from live.ingest.session import Ending, _ending


def outcome(*ends: SessionEnd | Exception | None) -> Ending:
    """Return what follows from tasks that ended so; None goes on."""

    async def one(end: SessionEnd | Exception | None) -> SessionEnd:
        if end is None:
            await asyncio.Future()
        if isinstance(end, Exception):
            raise end
        return end

    async def scene() -> Ending:
        tasks = [asyncio.create_task(one(end)) for end in ends]
        await asyncio.sleep(0)
        found = _ending(*tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return found

    return asyncio.run(scene())


@pytest.mark.parametrize(
    ("ends", "end"),
    [
        ([SessionEnd.LEFT, None, None], SessionEnd.LEFT),
        ([SessionEnd.LEFT, SessionEnd.BROKEN, None], SessionEnd.LEFT),
        ([None, None, SessionEnd.SILENT], SessionEnd.SILENT),
        ([SessionEnd.LEFT, None, SessionEnd.REVOKED], SessionEnd.REVOKED),
        ([None, SessionEnd.BROKEN, None], SessionEnd.BROKEN),
    ],
)
def test_what_says_most_is_the_end(ends, end):
    assert outcome(*ends).end == end


def test_a_refusal_wins_and_keeps_its_reason():
    refusal = PictureUnfit()
    group = ExceptionGroup("several", [refusal])
    assert outcome(SessionEnd.LEFT, group, None) == Ending(SessionEnd.BROKEN, refusal)


@pytest.mark.parametrize(
    ("error", "kind"), [(OSError(28, "full"), NoRoomLeft), (KeyError("x"), StreamUnreadable)]
)
def test_other_faults_become_refusals_that_people_understand(error, kind, caplog):
    found = outcome(None, error, None)
    assert (found.end, type(found.refusal)) == (SessionEnd.BROKEN, kind)
    assert "failed" in caplog.text
