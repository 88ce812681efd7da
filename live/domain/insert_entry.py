"""Put a line into the run that the plan did not have, after the one on air."""

from dataclasses import dataclass

from live.domain.commanding import commanding
from live.enums import SegmentKind, Verb
from live.models import Feed, Run, RunEntry
from live.refusals import LengthMissing, NoSuchFeed, NothingWritten
from users.models import User

LONGEST_TITLE = 120
LONGEST_S = 6 * 3600


@dataclass(frozen=True, slots=True)
class NewLine:
    """What somebody puts in: what it is called, its kind and length, and whose picture it is."""

    title: str
    planned_s: int
    kind: str = SegmentKind.STUDIO
    feed: int | None = None


def insert_entry(run: Run, user: User, seen: int, line: NewLine) -> Run:
    """Put `line` in, to come next, and return the run.

    Raises NothingWritten, LengthMissing, NoSuchFeed or what `commanding` does.
    """
    title = line.title.strip()[:LONGEST_TITLE]
    if not title:
        raise NothingWritten
    if not 1 <= line.planned_s <= LONGEST_S:
        raise LengthMissing
    with commanding(run, Verb.INSERT, user, seen) as command:
        entry = RunEntry.objects.create(
            run=command.run,
            position=_after_the_current(command.run),
            kind=line.kind if line.kind in SegmentKind else SegmentKind.STUDIO,
            title=title,
            planned_s=line.planned_s,
            feed=_feed(command.run, line.feed),
        )
        command.payload |= {"entry": entry.pk, "title": title}
    return command.run


def _after_the_current(run: Run) -> float:
    """Return a position between the line on air and the one after it, whatever its state."""
    here = run.entry.position if run.entry else 0.0
    later = RunEntry.objects.filter(run=run, position__gt=here).order_by("position")
    following = later.values_list("position", flat=True).first()
    return here + 1 if following is None else (here + following) / 2


def _feed(run: Run, key: int | None) -> Feed | None:
    if key is None:
        return None
    feed = Feed.objects.filter(programme=run.programme_id, pk=key).first()
    if feed is None:
        raise NoSuchFeed
    return feed
