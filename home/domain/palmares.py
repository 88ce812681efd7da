"""The palmarès: who and what was first, this week and of all time. Never by money.

Films by how often they were watched in sum from end to end (seconds that heartbeats proved, by the
length of the film), questions by votes, ambassadors by people brought, sites by acts brought.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Locale

from ambassadors.domain.rank import standings, week_of
from audience.enums import Verdict
from audience.models import DailyTotal, FilmWatched
from campaigns.domain.hosts_of import LEAST_ACTS
from campaigns.models import EmbedHost
from episodes.models import EpisodePage
from media.edition import edition
from media.readable import readable
from qa.models import Question, Vote

MOST_ROWS = 10
# The same figures for everybody for so long: sums of large tables.
KEPT_S = 300
_MOST_READ = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A place. `address` is "" for who has no page."""

    rank: int
    name: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Board:
    """One list, by what it is of: "films", "questions", "ambassadors", "hosts"."""

    kind: str
    week: list[Row]
    ever: list[Row]


# Given a day (None: since ever), returns name, address and figure of each, in any order.
_Reader = Callable[[date | None], Iterable[tuple[str, str, int]]]


def palmares() -> list[Board]:
    """Return the boards in the reader's language, as they were up to five minutes ago.

    What is hidden or unpublished is gone with the next edition of the site.
    """
    monday = week_of(timezone.localdate())
    name = f"palmares:{edition()}:{get_language()}:{monday}"
    found = cache.get(name)
    if found is None:
        found = [
            Board(kind, ranked(read(monday)), ranked(read(None))) for kind, read in _READERS.items()
        ]
        cache.set(name, found, KEPT_S)
    return list(found)


def ranked(found: Iterable[tuple[str, str, int]]) -> list[Row]:
    """Return the first ten; equal figures have equal ranks, in the alphabet’s order."""
    ordered = sorted(
        (one for one in found if one[2] > 0), key=lambda one: (-one[2], one[0].casefold(), one[1])
    )
    rows: list[Row] = []
    for place, (name, address, count) in enumerate(ordered[:MOST_ROWS], 1):
        is_tied = bool(rows) and rows[-1].count == count
        rows.append(Row(rows[-1].rank if is_tied else place, name, address, count))
    return rows


def _films(since: date | None) -> list[tuple[str, str, int]]:
    watched = (
        FilmWatched.objects.all() if since is None else FilmWatched.objects.filter(day__gte=since)
    )
    sums: Mapping[str, float] = dict(watched.values_list("film").annotate(Sum("seconds")))
    pages = readable(EpisodePage.objects.filter(locale=Locale.get_active()))
    shown = pages.filter(video__public_id__in=sums, video__duration__gt=0)
    light = shown.select_related("video").defer("body", "calls")
    return [
        (page.title, page.url or "", int(sums[page.video.public_id] / page.video.duration))
        for page in light
    ]


def _questions(since: date | None) -> list[tuple[str, str, int]]:
    asked = Question.objects.public().filter(theme__locale=Locale.get_active())
    if since is None:
        best = asked.order_by("-total", "pk")[:_MOST_READ]
        return [(one.text, one.get_absolute_url(), one.total) for one in best]
    votes = Vote.objects.filter(
        question__in=asked, value=1, is_excluded=False, cast_at__date__gte=since
    )
    cast = votes.values_list("question").annotate(cast=Count("pk")).order_by("-cast", "question")
    sums: Mapping[int, int] = dict(cast[:_MOST_READ])
    found = Question.objects.filter(pk__in=sums)
    return [(one.text, one.get_absolute_url(), sums[one.pk]) for one in found]


def _ambassadors(since: date | None) -> list[tuple[str, str, int]]:
    return [(one.alias, "", one.people) for one in standings(since)]


def _hosts(since: date | None) -> list[tuple[str, str, int]]:
    counted = DailyTotal.objects.filter(verdict=Verdict.COUNTED).exclude(host="")
    if since is not None:
        counted = counted.filter(day__gte=since)
    sums = dict(
        counted.values_list("host").annotate(acts=Sum("count")).filter(acts__gte=LEAST_ACTS)
    )
    hosts = EmbedHost.objects.filter(key__in=sums, is_open=True)
    return [(host.name, host.address, sums[host.key]) for host in hosts]


_READERS: dict[str, _Reader] = {
    "films": _films,
    "questions": _questions,
    "ambassadors": _ambassadors,
    "hosts": _hosts,
}
