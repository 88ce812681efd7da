"""Build what a live leaves behind: a run, and second by second what was on air."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from live.domain.open_replay import open_replay
from live.enums import EntryState, Outcome
from live.models import (
    AiredQuestion,
    AirSegment,
    FeedSegment,
    FeedSession,
    LiveIndexPage,
    LiveProgrammePage,
    Recording,
    Run,
    RunEntry,
)
from qa.domain.fold import fold
from qa.models import Question

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOLE, SLATE = " ", "-"


def at(seconds: float) -> datetime:
    """Return the instant `seconds` after noon, when every run of the tests begins."""
    return NOON + timedelta(seconds=seconds)


def make_live(home: Page, title: str = "Tour du monde", **values: Any) -> LiveProgrammePage:
    """Publish a live programme of noon."""
    index = LiveIndexPage.objects.first()
    if index is None:
        index = home.add_child(instance=LiveIndexPage(title="Direct", slug="direct"))
    page = LiveProgrammePage(
        **{"title": title, "slug": f"live-{index.numchild}", "starts_at": NOON, **values}
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_run(
    programme: LiveProgrammePage, aired: str = "", *, step_s: float = 1.0, **values: Any
) -> Run:
    """Make a run that has ended, with `aired` as what was on air."""
    values = {"started_at": NOON, "ended_at": at(len(aired) * step_s), **values}
    run = Run.objects.create(programme=programme, **values)
    put_on_air(run, aired, step_s)
    return run


def put_on_air(run: Run, aired: str, step_s: float = 1.0) -> None:
    """Write one air segment for each `step_s`: a letter is a feed's session, `-` the slate, ` ` a hole.

    The same letter behind something else is the same session; each has its own numbers.
    """
    sessions = {sign: _session(run, sign) for sign in sorted(set(aired) - {HOLE, SLATE})}
    sources = {
        step: FeedSegment(
            session=sessions[sign], number=step, starts_at=at(step * step_s), length_s=step_s
        )
        for step, sign in enumerate(aired)
        if sign in sessions
    }
    FeedSegment.objects.bulk_create(sources.values())
    steps = [step for step, sign in enumerate(aired) if sign != HOLE]
    AirSegment.objects.bulk_create(
        AirSegment(
            run=run,
            number=number,
            source=sources.get(step),
            slate_number=None if step in sources else step,
            is_discontinuity=bool(step) and aired[step - 1] != aired[step],
            aired_at=at(step * step_s),
            length_s=step_s,
        )
        for number, step in enumerate(steps)
    )


def _session(run: Run, sign: str) -> FeedSession:
    feed, _ = run.programme.feeds.get_or_create(name=f"{run.pk} {sign}")
    return FeedSession.objects.create(feed=feed, started_at=NOON, seen_at=NOON, ended_at=at(9_999))


def make_entry(run: Run, title: str, from_s: float, to_s: float | None, **values: Any) -> RunEntry:
    """Put a line of the rundown on air from second to second."""
    values = {
        "kind": "studio",
        "planned_s": 60,
        "position": from_s,
        "state": EntryState.DONE,
        "started_at": at(from_s),
        "ended_at": None if to_s is None else at(to_s),
        **values,
    }
    return RunEntry.objects.create(run=run, title=title, **values)


def make_airing(run: Run, question: Any, from_s: float, to_s: float, **values: Any) -> Any:
    """Put a question on air from second to second, answered unless `values` say otherwise."""
    values = {"outcome": Outcome.ANSWERED, "off_air_at": at(to_s), **values}
    return AiredQuestion.objects.create(run=run, question=question, on_air_at=at(from_s), **values)


def make_replay(home: Page, aired: str, *, step_s: float = 1.0, **values: Any) -> Recording:
    """Return the replay of a live that was on air so."""
    return open_replay(make_run(make_live(home, **values), aired, step_s=step_s))


def tick_all(recording: Recording) -> Recording:
    """Do the whole checklist at once."""
    now = timezone.now()
    Recording.objects.filter(pk=recording.pk).update(
        trim_checked_at=now, chapters_checked_at=now, quantities_checked_at=now, has_no_next=True
    )
    recording.refresh_from_db()
    return recording


def asker(make_theme: Callable[..., Any]) -> Callable[..., Question]:
    """Return what makes questions, all on one theme."""
    themes: list[Any] = []

    def make(text: str = "Qui a mangé la dernière courge ?", **values: Any) -> Question:
        themes[:] = themes or [make_theme()]
        return Question.objects.create(text=text, fold=fold(text), theme=themes[0], **values)

    return make
