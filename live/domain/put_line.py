"""Put a line of the run on air, within a command: the one before is done, its feed follows."""

from live.domain.commanding import Command
from live.enums import EntryState, FeedRole
from live.models import Feed, Run, RunEntry


def put_line(command: Command, entry: RunEntry) -> None:
    """Make `entry` the line on air, with its feed or else the studio's; without one if outside."""
    run, now = command.run, command.at
    on_air = RunEntry.objects.filter(run=run, state=EntryState.ON_AIR)
    on_air.update(state=EntryState.DONE, ended_at=now)
    entry.state, entry.started_at, entry.ended_at = EntryState.ON_AIR, now, None
    entry.save(update_fields=["state", "started_at", "ended_at"])
    run.entry, run.taken_at = entry, now
    is_outside = bool(run.programme.outside_address)
    run.feed = None if is_outside else entry.feed or _studio(run) or run.feed
    command.payload |= {"entry": entry.pk, "title": entry.title, "feed": run.feed_id}


def next_line(run: Run) -> RunEntry | None:
    """Return the line that comes next: the first that waits after the one on air."""
    waiting = RunEntry.objects.filter(run=run, state=EntryState.WAITING).select_related("feed")
    if run.entry is not None:
        waiting = waiting.filter(position__gt=run.entry.position)
    return waiting.order_by("position", "pk").first()


def _studio(run: Run) -> Feed | None:
    studio = Feed.objects.filter(programme=run.programme_id, role=FeedRole.STUDIO)
    return studio.order_by("pk").first()
