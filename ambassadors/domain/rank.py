"""Who brought how many people, this week or in all: verified acts of people seen first by a link.

Ranks are those of sports: who brought as many stands as high, and the next ones stand below all of
them. Within a rank the alias decides the order, so that everybody reads the same list.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from ambassadors.models import Ambassador
from audience.domain.holder_codes import brought_by_holders
from media.edition import kept

TOP = 10
MOST_SHOWN = 30
NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody's place. `code` names them to the program, `alias` to people."""

    rank: int
    alias: str
    people: int
    code: str


def week_of(day: date) -> date:
    """Return the Monday of the week of `day`: each week begins anew."""
    return day - timedelta(days=day.weekday())


def standings(since: date | None) -> list[Standing]:
    """Return all who brought somebody since a day, or ever, the best first. Two queries."""
    people = brought_by_holders(since)
    named = Ambassador.objects.named().filter(code__in=people)
    rows = [
        (people[code], fold, code, alias)
        for code, alias, fold in named.values_list("code", "alias", "fold")
    ]
    found: list[Standing] = []
    for place, (brought, _fold, code, alias) in enumerate(sorted(rows, key=_order), 1):
        is_tied = bool(found) and found[-1].people == brought
        rank = found[-1].rank if is_tied else place
        found.append(Standing(rank, alias, brought, code))
    return found


def standings_this_week() -> list[Standing]:
    """Return this week's, as they were up to 15 s ago."""
    monday = week_of(timezone.localdate())
    return kept(f"ambassadors:{monday}", lambda: standings(monday))


def standings_ever() -> list[Standing]:
    """Return those of all time, as they were up to 15 s ago."""
    return kept("ambassadors:ever", lambda: standings(None))


def top(found: list[Standing]) -> list[Standing]:
    """Return the first ten, with all who stand as high as the tenth, up to a length."""
    return [one for one in found if one.rank <= TOP][:MOST_SHOWN]


def neighbours(found: list[Standing], code: str) -> list[Standing]:
    """Return who stands just before and after `code`, with themselves; empty if nowhere."""
    places = [place for place, one in enumerate(found) if one.code == code]
    if not places:
        return []
    first = max(places[0] - NEIGHBOURS, 0)
    return found[first : places[0] + NEIGHBOURS + 1]


def _order(row: tuple[int, str, str, str]) -> tuple[int, str, str]:
    people, fold, code, _alias = row
    return -people, fold, code
