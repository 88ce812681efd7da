"""The codes of somebody who has several: one for each subject and channel, all known as theirs.

A holder is a name that a higher room gives. Whoever comes by two codes of one holder is one person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone

from audience.domain.people import is_cookie, person_of_browser, person_of_cookie
from audience.enums import NotCredited
from audience.models import Referral, ShareCode
from audience.models.sharing import new_secret
from audience.shared import Shared


@dataclass(frozen=True, slots=True)
class Browser:
    """Who asks: their cookie if they acted here before, their network's address, their browser."""

    cookie: str
    address: str
    user_agent: str


@dataclass(frozen=True, slots=True)
class Brought:
    """Whom codes brought: people, and their acts."""

    people: int = 0
    acts: int = 0


def make_holder_codes(holder: str, subject: Shared, channels: Iterable[str]) -> None:
    """Make the codes of `holder` that lead to `subject` and are missing. Once more makes none."""
    made = [
        ShareCode(
            kind=subject.kind,
            key=subject.key,
            meter_id=subject.meter_id,
            channel=channel,
            holder=holder,
            secret=new_secret(),
        )
        for channel in channels
    ]
    ShareCode.objects.bulk_create(made, ignore_conflicts=True)


def know_holder(holder: str, browser: Browser) -> None:
    """Know `holder` by this browser from now on, so that they do not bring themselves.

    Who acted here before is known by their cookie, whoever did not for this day.
    """
    seen = person_of_browser(browser.address, browser.user_agent, timezone.localdate())
    changed = {"maker_browser": seen}
    if is_cookie(browser.cookie):
        changed["maker"] = person_of_cookie(browser.cookie)
    ShareCode.objects.filter(holder=holder, revoked_at=None).update(**changed)


def end_holder_codes(holder: str) -> None:
    """Let nobody be credited by the codes of `holder` any more, and forget who made them.

    What they brought stays counted.
    """
    codes = ShareCode.objects.filter(holder=holder)
    codes.update(maker="", maker_browser="", revoked_for="")
    codes.filter(revoked_at=None).update(revoked_at=timezone.now())


def brought_by_holders(since: date | None = None) -> dict[str, int]:
    """Return by holder how many people came by their codes, since a day or ever. One query."""
    found = Referral.objects.exclude(code__holder="").filter(reason=NotCredited.NONE, is_new=True)
    if since is not None:
        found = found.filter(day__gte=since)
    return dict(found.values_list("code__holder").annotate(Count("pk")))


def brought_by_codes(holder: str) -> dict[str, Brought]:
    """Return by code whom those of one holder brought. One query."""
    credited = Q(referrals__reason=NotCredited.NONE)
    rows = ShareCode.objects.filter(holder=holder).annotate(
        people=Count("referrals", filter=credited & Q(referrals__is_new=True)),
        acts=Count("referrals", filter=credited),
    )
    return {
        code: Brought(people, acts)
        for code, people, acts in rows.values_list("code", "people", "acts")
    }
