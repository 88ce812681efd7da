"""What the presenter sees: the line on air with its text, what comes, the question, a message."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from live.domain.put_line import next_line
from live.models import PresenterMessage, QueuedQuestion, Run, RunEntry

# A message that was seen stays so long, then makes room.
SEEN_STAYS = timedelta(seconds=20)


def presenter_state(run: Run, now: datetime | None = None) -> dict[str, Any]:
    """Return what the presenter's view of `run` shows."""
    now = now or timezone.now()
    following = next_line(run) if run.ended_at is None else None
    return {
        "server_now": now.isoformat(),
        "is_rehearsal": run.is_rehearsal,
        "is_over": run.ended_at is not None,
        "is_held": run.is_held,
        "now": _line(run.entry) if run.entry else None,
        "next": _line(following) if following else None,
        "question": _question(run),
        "message": _message(run, now),
    }


def _line(line: RunEntry) -> dict[str, Any]:
    return {
        "pk": line.pk,
        "title": line.title,
        "guests": line.guests,
        "place": line.place,
        "planned_s": line.planned_s,
        "started_at": line.started_at.isoformat() if line.started_at else None,
        "prompter": line.prompter,
    }


def _question(run: Run) -> dict[str, Any] | None:
    question = run.question
    if question is None or not question.is_public:
        return None
    queued = QueuedQuestion.objects.filter(run=run, question=question)
    guest = queued.values_list("guest", flat=True).first()
    return {"text": question.text, "author": question.name, "guest": guest or ""}


def _message(run: Run, now: datetime) -> dict[str, Any] | None:
    """Return the oldest message that waits to be seen, else the latest one for a moment more."""
    messages = PresenterMessage.objects.filter(run=run)
    waiting = messages.filter(seen_at__isnull=True).order_by("sent_at", "pk").first()
    latest = messages.filter(seen_at__gt=now - SEEN_STAYS).first()
    message = waiting or latest
    if message is None:
        return None
    return {"pk": message.pk, "text": message.text, "is_seen": message.seen_at is not None}
