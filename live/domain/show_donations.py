"""What a live programme brought in gifts so far: the bar that viewers and the overlay show."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fundraising.domain.donated_during import donated_during
from fundraising.domain.euros import CENTS, euros_in_languages
from live.models import LiveProgrammePage, Run


@dataclass(frozen=True, slots=True)
class Donations:
    """`goal_cents`: what the programme wishes for, if anything; `address`: where one gives."""

    cents: int
    count: int
    goal_cents: int | None
    address: str

    @property
    def percent(self) -> int | None:
        """How far it has come, 100 at most; None without a goal."""
        return min(100, self.cents * 100 // self.goal_cents) if self.goal_cents else None


def show_donations(
    programme: LiveProgrammePage, since: datetime, until: datetime
) -> Donations | None:
    """Return what was given for the campaign's causes; None where nothing can be."""
    if programme.campaign is None:
        return None
    causes = programme.campaign.causes.values_list("translation_key", flat=True)
    given = donated_during(causes, since, until)
    if given is None:
        return None
    goal = programme.donations_goal
    return Donations(given.cents, given.count, goal * CENTS if goal else None, given.address)


def donations_state(run: Run, now: datetime) -> dict[str, Any] | None:
    """Return the same for the public state of a run, in words of every language."""
    shown = show_donations(run.programme, run.started_at, run.ended_at or now)
    if shown is None:
        return None
    return {
        "cents": shown.cents,
        "count": shown.count,
        "percent": shown.percent,
        "sum": euros_in_languages(shown.cents),
        "goal": euros_in_languages(shown.goal_cents) if shown.goal_cents else None,
    }
