"""The public state of a run: what every viewer's page, and the overlay, know of it.

The same for everybody, so that any cache may keep it. Nothing of a rehearsal is in it, no question
that is not shown to all, no hidden place, no note, no name of the team.
"""

import re
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from live.domain.premieres import Premiere
from live.domain.put_line import next_line
from live.domain.run_clock import RunClock, read_clock
from live.domain.show_donations import donations_state
from live.domain.show_programme import Show, show_programme
from live.domain.start_run import planned_start
from live.models import AiredQuestion, FeedSession, LiveProgrammePage, Run, RunEntry

# A page asks again after so many seconds, and adds some of its own, so that not all come at once.
AROUND_A_CHANGE_S = 2
ELSE_S = 5
WHEN_OVER_S = 10
CHANGE_LASTS = timedelta(seconds=15)
# A feed that delivered nothing for so long is interrupted: a segment is a second or two.
SILENCE = timedelta(seconds=5)
# Sessions without a single segment in a row; who looks further back finds an interruption anyway.
MOST_SILENT = 3

PROGRAMME = re.compile(r"programme-(?P<pk>\d{1,18})")


def public_state(key: str, now: datetime | None = None) -> dict[str, Any] | None:
    """Return what everybody may know of the run `key`; None if there is none or it is rehearsed.

    `programme-<pk>` asks for a published programme's run, whichever it is and of whichever of its
    languages: the one on air, else the last one, else the announcement.
    """
    now = now or timezone.now()
    match = PROGRAMME.fullmatch(key)
    if match is not None:
        return _of_programme(int(match["pk"]), now)
    run = _runs().filter(key=key).first()
    return state_of(run, now) if run else None


def state_of(run: Run, now: datetime) -> dict[str, Any]:
    """Return the public state of a run that is no rehearsal."""
    assert not run.is_rehearsal, "nothing of a rehearsal is public"
    is_over = run.ended_at is not None
    since = None if is_over else interrupted_since(run, now)
    clock = read_clock(list(run.entries.all()), planned_start(run), now)
    following = None if is_over else next_line(run)
    return {
        "run": run.key,
        "version": run.version,
        "state": "ended" if is_over else "interrupted" if since else "on_air",
        "server_now": now.isoformat(),
        "started_at": run.started_at.isoformat(),
        "ended_at": _iso(run.ended_at),
        "now": _now(run, clock),
        "next": _next(following, clock),
        "drift_s": 0 if is_over else clock.drift_s,
        "question": _question(run),
        "interrupted_since": _iso(since),
        "questions_open": not is_over and _takes_questions(run, now),
        "overlay_hidden": run.hides_overlay,
        "picture_off": run.shows_slate,
        "outside": bool(run.programme.outside_address),
        "call": run.call,
        "meters": _meters(run.programme),
        "donations": donations_state(run, now),
        "ask_again_after_s": _ask_again(run, since, now),
    }


def interrupted_since(run: Run, now: datetime) -> datetime | None:
    """Return since when the feed on air delivers nothing, or None while it does or none is on air.

    The slate is no interruption: it is shown on purpose. Of a picture from elsewhere we know
    nothing.
    """
    if run.feed_id is None or run.shows_slate or run.programme.outside_address:
        return None
    since = max(_last_heard(run.feed_id) or run.started_at, run.started_at)
    return since if now - since > SILENCE else None


def _last_heard(feed: int) -> datetime | None:
    """Return until when a feed delivered; a session that has just begun has nothing yet."""
    for session in FeedSession.objects.filter(feed=feed).order_by("-started_at")[:MOST_SILENT]:
        last = session.segments.order_by("-number").first()
        if last is not None:
            return last.starts_at + timedelta(seconds=last.length_s)
    return None


def _runs() -> Any:
    related = ("programme__campaign__meter", "entry", "question__theme")
    return Run.objects.filter(is_rehearsal=False).select_related(*related)


def _of_programme(pk: int, now: datetime) -> dict[str, Any] | None:
    programme = LiveProgrammePage.objects.live().public().filter(pk=pk).first()
    if programme is None:
        return None
    show = show_programme(programme, now) if programme.film_id else None
    if show is not None and show.premiere is not None:
        return _of_premiere(show, show.premiere)
    here = _runs().filter(programme__translation_key=programme.translation_key)
    run = here.order_by("-started_at").first()
    is_to_come = run is not None and run.ended_at and programme.starts_at > run.ended_at
    if run is not None and not is_to_come:
        return state_of(run, now)
    return {
        "run": None,
        "state": "announced",
        "server_now": now.isoformat(),
        "starts_at": programme.starts_at.isoformat(),
        "ask_again_after_s": ELSE_S,
    }


def _of_premiere(show: Show, premiere: Premiere) -> dict[str, Any]:
    """Return the state of a film that begins and ends by itself: there is no run."""
    state = "announced" if show.is_before else "on_air" if show.is_live else "ended"
    is_near = abs(show.now - premiere.begins_at) < CHANGE_LASTS
    return {
        "run": None,
        "state": state,
        "server_now": show.now.isoformat(),
        "starts_at": premiere.begins_at.isoformat(),
        "ends_at": premiere.ends_at.isoformat(),
        "ask_again_after_s": AROUND_A_CHANGE_S if is_near else ELSE_S,
    }


def _now(run: Run, clock: RunClock) -> dict[str, Any] | None:
    if run.entry is None:
        return None
    return _line(run.entry) | {"ends_at_estimate": _iso(clock.ends_at)}


def _next(line: RunEntry | None, clock: RunClock) -> dict[str, Any] | None:
    if line is None:
        return None
    return _line(line) | {"starts_at_estimate": _iso(clock.starts.get(line.pk))}


def _line(line: RunEntry) -> dict[str, Any]:
    return {
        "title": line.title,
        "kind": line.kind,
        "place": line.place,
        "guests": line.guests,
    }


def _question(run: Run) -> dict[str, Any] | None:
    """Return the question on air, unless it was taken from the public meanwhile."""
    question = run.question
    if question is None or not question.is_public:
        return None
    on_air = AiredQuestion.objects.filter(run=run, off_air_at__isnull=True).first()
    return {
        "code": question.code,
        "text": question.text,
        "author": question.name,
        "theme": question.theme.name,
        "since": _iso(on_air.on_air_at) if on_air else None,
    }


def _takes_questions(run: Run, now: datetime) -> bool:
    if run.questions_closed:
        return False
    return any(theme.is_open(now) for theme in run.programme.themes.all())


def _meters(programme: LiveProgrammePage) -> list[dict[str, Any]]:
    meter = programme.campaign.meter if programme.campaign else None
    return [{"key": meter.key, "counted": meter.counted}] if meter else []


def _ask_again(run: Run, since: datetime | None, now: datetime) -> int:
    if run.ended_at is not None:
        return WHEN_OVER_S
    last = run.commands.order_by("-version").first()
    is_new = last is not None and now - last.at < CHANGE_LASTS
    return AROUND_A_CHANGE_S if is_new or since else ELSE_S


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
