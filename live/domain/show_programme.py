"""Where a live programme stands for viewers. Rehearsals do not exist here."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from live.domain.premieres import Premiere, premiere_of
from live.enums import ShowState
from live.models import FeedSegment, LiveProgrammePage, Recording, Run

# From then on, viewers wait in front of the screen.
SOON = timedelta(hours=1)
# Longer without a picture, and viewers are told that it is not their own connection.
PATIENCE = timedelta(seconds=5)
BEFORE = {ShowState.ANNOUNCED, ShowState.SOON}
LIVE = {ShowState.ON_AIR, ShowState.INTERRUPTED}


@dataclass(frozen=True, slots=True)
class Show:
    """What viewers see of a programme at `now`.

    `run`: the one on air, or the last that was. A premiere has none: its hour and its film say all.
    """

    state: ShowState
    now: datetime
    run: Run | None = None
    recording: Recording | None = None
    interrupted_since: datetime | None = None
    premiere: Premiere | None = None

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """From when to when it was on air; None while it is not over."""
        if self.run is not None and self.run.ended_at is not None:
            return self.run.started_at, self.run.ended_at
        if self.premiere is not None and self.is_over:
            return self.premiere.begins_at, self.premiere.ends_at
        return None

    @property
    def has_replay(self) -> bool:
        return self.state == ShowState.REPLAY

    @property
    def is_before(self) -> bool:
        return self.state in BEFORE

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def is_over(self) -> bool:
        return not self.is_before and not self.is_live


def show_programme(page: LiveProgrammePage, now: datetime | None = None) -> Show:
    """Return how `page` stands at `now`; its translations share its runs."""
    now = now or timezone.now()
    premiere = premiere_of(page)
    if premiere is not None:
        return _show_premiere(premiere, now)
    run = last_run(page)
    if run is not None and run.ended_at is None:
        since = interrupted_since(run, now)
        state = ShowState.INTERRUPTED if since else ShowState.ON_AIR
        return Show(state, now, run, interrupted_since=since)
    if run is not None and run.ended_at is not None and page.starts_at <= run.ended_at:
        return _over(run, now)
    # Nobody has gone live yet, or a later date was set since.
    if now < page.starts_at - SOON:
        return Show(ShowState.ANNOUNCED, now)
    is_due = now < page.starts_at + timedelta(minutes=page.planned_minutes)
    return Show(ShowState.SOON if is_due else ShowState.ENDED, now)


def last_run(page: LiveProgrammePage) -> Run | None:
    """Return the run on air, else the last one that ended; never a rehearsal."""
    return (
        Run.objects.filter(programme__translation_key=page.translation_key, is_rehearsal=False)
        .select_related("feed", "recording__video__current")
        .order_by(F("ended_at").desc(nulls_first=True), "-started_at")
        .first()
    )


def interrupted_since(run: Run, now: datetime) -> datetime | None:
    """Return since when nothing comes from the feed that is on air; None while all is well.

    A run that chose no feed, or shows its slate, does so on purpose. Of a picture from elsewhere we
    know nothing.
    """
    if run.feed_id is None or run.shows_slate or run.programme.outside_address:
        return None
    segments = FeedSegment.objects.filter(session__feed=run.feed_id).order_by("-starts_at")
    last = segments.only("starts_at", "length_s").first()
    begun = run.taken_at or run.started_at
    since = max(last.starts_at + timedelta(seconds=last.length_s), begun) if last else begun
    return since if now - since > PATIENCE else None


def _show_premiere(premiere: Premiere, now: datetime) -> Show:
    if now < premiere.begins_at - SOON:
        return Show(ShowState.ANNOUNCED, now, premiere=premiere)
    if now < premiere.begins_at:
        return Show(ShowState.SOON, now, premiere=premiere)
    is_on_air = now < premiere.ends_at
    return Show(ShowState.ON_AIR if is_on_air else ShowState.REPLAY, now, premiere=premiere)


def _over(run: Run, now: datetime) -> Show:
    recording = getattr(run, "recording", None)
    if recording is not None and recording.is_public:
        return Show(ShowState.REPLAY, now, run, recording)
    return Show(ShowState.ENDED, now, run)
