"""What the control room shows of a run: the same for each of the team, from the rows alone.

So a browser that crashed, or a second one, shows what the first did. Times are instants; what runs
on by itself (elapsed, left) is counted in the browser from them.
"""

from datetime import datetime
from typing import Any

from django.utils import timezone

from live.domain.feed_lights import feed_lights
from live.domain.fire_call import calls_to_fire
from live.domain.presence import present_names
from live.domain.presenter_links import open_links
from live.domain.public_state import interrupted_since
from live.domain.put_line import next_line
from live.domain.run_clock import RunClock, read_clock
from live.domain.run_themes import TAKEABLE, takeable_questions, themes_of
from live.domain.start_run import planned_start
from live.models import AiredQuestion, LiveProgrammePage, QueuedQuestion, Run, RunEntry
from qa.models import Question

MOST_QUESTIONS = 12
MOST_MESSAGES = 4
MOST_COMMANDS = 6
MOST_AIRED = 3


def staff_state(run: Run, now: datetime | None = None) -> dict[str, Any]:
    """Return all that the control room of `run` shows."""
    now = now or timezone.now()
    lines = list(run.entries.select_related("theme"))
    clock = read_clock(lines, planned_start(run), now)
    following = next_line(run) if run.ended_at is None else None
    return {
        **_switches(run, now),
        "drift_s": clock.drift_s,
        "show_ends_at": clock.show_ends_at.isoformat(),
        "next": following.pk if following else None,
        "lines": [_line(line, clock) for line in lines],
        "feeds": [] if run.programme.outside_address else feed_lights(run.programme, now),
        "question": _on_air(run),
        "queue": _queue(run),
        "themes": _themes(run.programme),
        "aired": _aired(run),
        "messages": _messages(run),
        "presenter_links": open_links(run, now).count(),
        "people": present_names(run),
        "log": _log(run),
        "calls": [
            {"key": call.key, "sentence": call.sentence} for call in calls_to_fire(run.programme)
        ],
    }


def _switches(run: Run, now: datetime) -> dict[str, Any]:
    return {
        "run": run.key,
        "version": run.version,
        "is_rehearsal": run.is_rehearsal,
        "started_at": run.started_at.isoformat(),
        "ended_at": _iso(run.ended_at),
        "entry": run.entry_id,
        "feed": run.feed_id,
        "interrupted_since": _iso(interrupted_since(run, now)) if not run.ended_at else None,
        "is_held": run.is_held,
        "shows_slate": run.shows_slate,
        "hides_overlay": run.hides_overlay,
        "questions_closed": run.questions_closed,
        "call": run.call,
    }


def _line(line: RunEntry, clock: RunClock) -> dict[str, Any]:
    return {
        "pk": line.pk,
        "title": line.title,
        "kind": line.kind,
        "place": line.place,
        "guests": line.guests,
        "theme": line.theme.name if line.theme else "",
        "notes": line.notes,
        "planned_s": line.planned_s,
        "state": line.state,
        "feed": line.feed_id,
        "has_fallback": bool(line.fallback_key),
        "hard_start_at": _iso(line.hard_start_at),
        "started_at": _iso(line.started_at),
        "ended_at": _iso(line.ended_at),
        "starts_at_estimate": _iso(clock.starts.get(line.pk)),
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "pk": question.pk,
        "text": question.text,
        "author": question.name,
        "theme": question.theme.name,
        "votes": question.total,
    }


def _on_air(run: Run) -> dict[str, Any] | None:
    if run.question is None:
        return None
    on_air = AiredQuestion.objects.filter(run=run, off_air_at__isnull=True).first()
    return _question(run.question) | {
        "since": _iso(on_air.on_air_at) if on_air else None,
        "is_removed": not run.question.is_public,
    }


def _queue(run: Run) -> list[dict[str, Any]]:
    queued = QueuedQuestion.objects.filter(run=run, question__state__in=TAKEABLE)
    return [
        _question(one.question) | {"guest": one.guest}
        for one in queued.exclude(question=run.question_id).select_related("question__theme")
    ]


def _themes(programme: LiveProgrammePage) -> list[dict[str, Any]]:
    """Return each theme with its most wanted questions; translations of a theme are one."""
    by_key: dict[Any, dict[str, Any]] = {}
    for theme in themes_of(programme).order_by("locale_id", "name"):
        by_key.setdefault(theme.translation_key, {"name": theme.name, "questions": []})
    for key, told in by_key.items():
        questions = takeable_questions(programme).filter(theme__translation_key=key)
        told["questions"] = [_question(one) for one in questions[:MOST_QUESTIONS]]
    return list(by_key.values())


def _aired(run: Run) -> list[dict[str, Any]]:
    over = AiredQuestion.objects.filter(run=run, off_air_at__isnull=False)
    latest = over.select_related("question").order_by("-off_air_at")[:MOST_AIRED]
    return [{"pk": one.pk, "text": one.question.text, "outcome": one.outcome} for one in latest]


def _messages(run: Run) -> list[dict[str, Any]]:
    latest = run.messages.select_related("sent_by")[:MOST_MESSAGES]
    return [
        {
            "pk": one.pk,
            "text": one.text,
            "by": str(one.sent_by or ""),
            "sent_at": one.sent_at.isoformat(),
            "seen_at": _iso(one.seen_at),
        }
        for one in latest
    ]


def _log(run: Run) -> list[dict[str, Any]]:
    latest = run.commands.select_related("who").order_by("-version")[:MOST_COMMANDS]
    return [
        {
            "at": one.at.isoformat(),
            "who": str(one.who or ""),
            "verb": one.verb,
            "title": one.payload.get("title", ""),
        }
        for one in latest
    ]


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
