"""What is aired next although it is still being made, for programmes with low latency.

Players fetch the parts of a segment before it is whole. So it must be decided before what it will
be, and kept: a switch, a slate and the end of the run come after it (docs/adr/0026). Where the log
of parts cannot be seen, nothing is promised, and everything is as without parts.
"""

from datetime import timedelta

from live.air.manifest import SOURCE
from live.gateways.part_log import PartLog, quiet_s
from live.gateways.segment_store import seal_segment
from live.models import AirPromise, AirSegment, FeedSegment, FeedSession, Run

# A feed that brought no part for so long is silent. Its receiver has ended its segment by then.
SILENT_AFTER_S = 1.5
# A receiver that has not done so by then does nothing any more.
GONE_AFTER_S = 3.0


def standing_promise(run: Run, last: AirSegment | None) -> AirPromise | None:
    """Return what was promised to follow `last`."""
    promise = AirPromise.objects.select_related("session").filter(run=run).first()
    is_next = promise is not None and last is not None and promise.number == last.number + 1
    return promise if is_next else None


def promised_segment(promise: AirPromise) -> FeedSegment | None:
    """Return the segment that was promised, once it is whole.

    Of a receiver that died, what it left of the segment counts as whole.
    """
    session, number = promise.session, promise.source_number
    found = session.segments.filter(number=number).select_related("session").first()
    if found is None and _is_gone(session):
        found = _mended(promise)
    return found


def is_void(promise: AirPromise) -> bool:
    """Say whether nothing of what was promised has come, and nothing will."""
    return is_silent(promise.session) and not _parts(promise)


def is_silent(session: FeedSession) -> bool:
    """Say whether no parts come from a session, as far as can be seen."""
    quiet = quiet_s(session.folder, SOURCE)
    return session.ended_at is not None or quiet is None or quiet >= SILENT_AFTER_S


def has_stopped(session: FeedSession) -> bool:
    """Say whether parts came from a session, and have stopped to come."""
    quiet = quiet_s(session.folder, SOURCE)
    return quiet is not None and quiet >= SILENT_AFTER_S


def next_promise(
    run: Run, last: AirSegment | None, session: FeedSession | None
) -> AirPromise | None:
    """Return what can be promised to follow `last` when `session` is on air; not saved."""
    if last is None or last.source is None or session is None or is_silent(session):
        return None
    newest = session.segments.last()
    is_same = last.source.session_id == session.pk
    if newest is None or (is_same and newest.number != last.source.number):
        return None
    return AirPromise(
        run=run,
        number=last.number + 1,
        session=session,
        source_number=newest.number + 1,
        is_discontinuity=not is_same,
        aired_at=newest.starts_at + timedelta(seconds=newest.length_s),
    )


def _is_gone(session: FeedSession) -> bool:
    """Say whether a receiver will write no more; its last segment comes before its end."""
    return session.ended_at is not None or (quiet_s(session.folder, SOURCE) or 0) >= GONE_AFTER_S


def _parts(promise: AirPromise) -> list[float]:
    log = PartLog(promise.session.folder, SOURCE)
    log.read()
    return [part.length_s for part in log.of(promise.source_number)]


def _mended(promise: AirPromise) -> FeedSegment | None:
    """Make a segment of the parts that were delivered, in the receiver's place."""
    session, parts_s = promise.session, _parts(promise)
    if not parts_s:
        return None
    try:
        for rung in session.rungs or {SOURCE: {}}:
            seal_segment(session.folder, rung, promise.source_number)
    except FileNotFoundError:
        return None
    mended, _ = session.segments.get_or_create(
        number=promise.source_number,
        defaults={
            "starts_at": promise.aired_at,
            "length_s": round(sum(parts_s), 6),
            "parts": parts_s,
        },
    )
    return mended
