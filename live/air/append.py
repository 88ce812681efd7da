"""Decide what viewers get next, and write it down: the rows that every manifest is made of.

A pass looks at what was aired last and at what the feed on air delivered since. Rows are the only
memory: whoever comes back after a crash goes on at the next number. Two processes may append at
once; the constraint on (run, number) lets one of them win, and the other reads again.
"""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max

from live.air.promises import has_stopped, is_void, next_promise, promised_segment, standing_promise
from live.gateways.knock import knock, run_door
from live.models import AirPromise, AirSegment, FeedSegment, FeedSession, Run

SLATE_SEGMENT_S = 1.0
# A slate's seconds are given out as late as those of a feed usually come in.
SLATE_LAG_S = 0.5
# Viewers of parts have no more than a second in hand: to them they are given before they begin.
EARLY_SLATE_LAG_S = -SLATE_SEGMENT_S
# How long beyond the length of its segments a feed may keep us waiting: players have 2 s in hand.
PATIENCE_S = 0.75
# After a slate the newest segment will do, even if the slate ran a little ahead of the feed.
MOST_OVERLAP_S = 3.0
# Nobody waits for what passed while no process appended: after such a hole, the slate is now.
MOST_CATCH_UP_S = 60.0
LONGEST_SEGMENT_S = 30.0


def append_air(run: Run, now: datetime, *, slate_segments: int) -> list[AirSegment]:
    """Append what is due at `now` and return the new rows; none if another process was quicker.

    `slate_segments` is the length of the slate's loop, 0 while there is no slate yet. `run` must
    have been read just now. Of a run that is over, only what was promised is still appended.
    """
    last = run.air.select_related("source__session").last()
    promise = standing_promise(run, last) if run.is_low_latency else None
    rows: list[AirSegment] = []
    if promise is not None:
        segment = promised_segment(promise)
        if segment is None and not is_void(promise):
            return []
        rows = [_row(run, promise.number, segment, promise.is_discontinuity)] if segment else []
    following = None
    if run.ended_at is None:
        latest = rows[-1] if rows else last
        session = None if run.shows_slate else _session_on_air(run, latest)
        rows += _from_feed(run, latest, session)
        if not rows and slate_segments and _feed_is_silent(run, latest, session, now):
            rows = _from_slate(run, latest, now, slate_segments)
        if run.is_low_latency:
            following = next_promise(run, rows[-1] if rows else last, session)
    for row in rows:
        row.added_at = now
    return _write(run, last, promise, rows, following)


def _write(
    run: Run,
    last: AirSegment | None,
    promise: AirPromise | None,
    rows: list[AirSegment],
    following: AirPromise | None,
) -> list[AirSegment]:
    """Write rows, and what is promised to follow them, if nothing changed since it was read."""
    try:
        with transaction.atomic():
            if promise is not None or following is not None:
                Run.objects.select_for_update(no_key=True).get(pk=run.pk)
                newest = run.air.last()
                if newest != last or standing_promise(run, newest) != promise:
                    return []
                AirPromise.objects.filter(run=run).delete()
            if following is not None:
                following.save(force_insert=True)
            AirSegment.objects.bulk_create(rows)
    except IntegrityError:
        return []
    if rows or promise or following:
        knock(run_door(run.pk))
    return rows


def end_of(row: AirSegment) -> datetime:
    """Return the instant at which the row's second was over."""
    return row.aired_at + timedelta(seconds=row.length_s)


def _session_on_air(run: Run, last: AirSegment | None) -> FeedSession | None:
    """Return the session to take from: the one aired last while it has more, else the newest."""
    if run.feed_id is None:
        return None
    if last is not None and last.source is not None:
        going = last.source.session
        has_more = going.segments.filter(number__gt=last.source.number).exists()
        if going.feed_id == run.feed_id and has_more:
            return going
    return FeedSession.objects.filter(feed=run.feed_id).order_by("-started_at", "-pk").first()


def _from_feed(run: Run, last: AirSegment | None, session: FeedSession | None) -> list[AirSegment]:
    """Return rows for what `session` delivered and is to be seen."""
    if session is None:
        return []
    if last is None or last.source is None:
        coming = _newest(run, last, session)
    elif last.source.session_id == session.pk:
        coming = list(session.segments.filter(number__gt=last.source.number))
    else:
        coming = _after_a_switch(last, session)
    rows = []
    before = last.source if last else None
    number = last.number if last else 0
    for segment in coming:
        number += 1
        is_next = before is not None and (before.session_id, before.number + 1) == (
            segment.session_id,
            segment.number,
        )
        rows.append(_row(run, number, segment, number > 1 and not is_next))
        before = segment
    return rows


def _row(run: Run, number: int, segment: FeedSegment, is_discontinuity: bool) -> AirSegment:
    return AirSegment(
        run=run,
        number=number,
        source=segment,
        is_discontinuity=is_discontinuity,
        aired_at=segment.starts_at,
        length_s=segment.length_s,
    )


def _newest(run: Run, last: AirSegment | None, session: FeedSession) -> list[FeedSegment]:
    """Return the newest segment, where there is nothing of a feed on air yet: older ones are gone.

    At the beginning of a run, and after a slate. Never one that was aired before.
    """
    from_at = run.started_at if last is None else end_of(last)
    aired = run.air.filter(source__session=session).aggregate(Max("source__number"))
    fresh = session.segments.filter(
        starts_at__gt=from_at - timedelta(seconds=MOST_OVERLAP_S),
        number__gt=-1 if aired["source__number__max"] is None else aired["source__number__max"],
    )
    return list(fresh.order_by("-number")[:1])


def _after_a_switch(last: AirSegment, session: FeedSession) -> list[FeedSegment]:
    """Return the segments that end after what was aired did: so at most one segment overlaps.

    None of them was made before the feed was put on air, and no viewer runs dry.
    """
    aired_to = end_of(last)
    near = session.segments.filter(starts_at__gt=aired_to - timedelta(seconds=LONGEST_SEGMENT_S))
    return [s for s in near if s.starts_at + timedelta(seconds=s.length_s) > aired_to]


def _feed_is_silent(
    run: Run, last: AirSegment | None, session: FeedSession | None, now: datetime
) -> bool:
    """Say whether to stop waiting for the feed."""
    if session is None or session.ended_at is not None:
        return True
    if last is None or last.source is None:
        return True
    if run.is_low_latency and has_stopped(session):
        return True
    newest = session.segments.last()
    length_s = newest.length_s if newest else SLATE_SEGMENT_S
    return (now - last.added_at).total_seconds() >= length_s + PATIENCE_S


def _from_slate(
    run: Run, last: AirSegment | None, now: datetime, slate_segments: int
) -> list[AirSegment]:
    """Return the rows that let the slate keep pace with the clock."""
    lag_s = EARLY_SLATE_LAG_S if run.is_low_latency else SLATE_LAG_S
    newest_at = now - timedelta(seconds=SLATE_SEGMENT_S + lag_s)
    at = newest_at if last is None else end_of(last)
    slate_number = -1
    if last is not None and last.slate_number is not None:
        slate_number = last.slate_number
    if now - at > timedelta(seconds=MOST_CATCH_UP_S):
        at, slate_number = newest_at, -1
    rows = []
    number = last.number if last else 0
    while at <= newest_at:
        number += 1
        slate_number = (slate_number + 1) % slate_segments
        rows.append(
            AirSegment(
                run=run,
                number=number,
                slate_number=slate_number,
                is_discontinuity=number > 1 and slate_number == 0,
                aired_at=at,
                length_s=SLATE_SEGMENT_S,
            )
        )
        at += timedelta(seconds=SLATE_SEGMENT_S)
    return rows
