"""Measure what reports cost when there are ten times more acts: it should hardly change.

    python tests/load/reports.py [--acts 1000000] [--ten-million]

Acts are made in a temporary SQLite database, a tenth of them first, then all: two campaigns, 90
days, three kinds and twenty hosts, one act in five refused. The totals of days are rolled up from
the acts, as `recount` would find them. Then each report is timed five times, and the same sums read
from the acts themselves beside it. A report reads totals of days: their number does not follow the
number of acts, so its cost must not either.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

MOST_GROWTH = 2.0
BATCH = 10_000
RUNS = 5
DAYS = 90
FIRST = date(2026, 6, 1)
HOSTS = ("", *(f"host{number:02}" for number in range(20)))
KINDS = ("click", "click", "view", "like")


def acts(first: int, last: int, numbers: list[int], total: int) -> Iterator[tuple[int, Any]]:
    """Yield acts number `first` to `last` of `total`, which are spread over all days."""
    from datetime import UTC, datetime

    from audience.received import ReceivedAct

    for index in range(first, last):
        side = index % len(numbers)
        at = datetime(2026, 6, 1, 12, tzinfo=UTC) + timedelta(days=index * 7919 % DAYS)
        act = ReceivedAct(
            kind=KINDS[index % 7 % len(KINDS)],
            day=at.date(),
            received_at=at,
            host=HOSTS[index % 23 % len(HOSTS)],
            nonce=f"nonce-{index}",
            verdict="counted",
        )
        if index % 5 == 4:
            act.verdict, act.reason = "refused", "already_counted"
        else:
            numbers[side] += 1
            act.number = numbers[side]
        yield side, act


def fill(meters: list[Any], first: int, last: int, numbers: list[int]) -> float:
    """Write acts and their totals; return how many seconds the totals alone took."""
    from django.db import transaction

    from audience.domain.daily_totals import add_to_totals
    from audience.domain.write_acts import insert_acts

    waiting: list[list[Any]] = [[] for _ in meters]
    seconds = 0.0

    def write(side: int) -> float:
        insert_acts(meters[side], waiting[side])
        began = perf_counter()
        add_to_totals(meters[side], waiting[side])
        waiting[side] = []
        return perf_counter() - began

    with transaction.atomic():
        for side, act in acts(first, last, numbers, last):
            waiting[side].append(act)
            if len(waiting[side]) == BATCH:
                seconds += write(side)
        for side in range(len(meters)):
            seconds += write(side)
    return seconds


def watch(film: Any) -> None:
    from audience.domain.watch_time import add_plays, add_watch_time

    days = [FIRST + timedelta(days=number) for number in range(DAYS)]
    add_plays({(film.public_id, day): 100 for day in days})
    add_watch_time({(film.public_id, day, part): 90.0 for day in days for part in range(50)})


def timed(read: Callable[[], Any]) -> float:
    """Return the median of five runs, in milliseconds."""
    runs = []
    for _run in range(RUNS):
        began = perf_counter()
        read()
        runs.append(1_000 * (perf_counter() - began))
    return median(runs)


def reports(meter: Any, film: Any, sponsor: Any) -> dict[str, Callable[[], Any]]:
    from audience.domain.reports.acts import exported_days
    from audience.domain.reports.period import Period
    from campaigns.domain.reports.sponsor_report import sponsor_report
    from campaigns.domain.reports.team_reports import (
        report_of_campaign,
        report_of_film,
        report_of_site,
    )

    period = Period(FIRST, FIRST + timedelta(days=DAYS - 1))
    tomorrow = period.last + timedelta(days=1)
    return {
        "site, 90 days": lambda: report_of_site(period),
        "campaign, 90 days": lambda: report_of_campaign(meter, period),
        "film, 90 days": lambda: report_of_film(film, period),
        "sponsor, 90 days": lambda: sponsor_report(sponsor, meter, tomorrow),
        "export, 90 days": lambda: Counter(line.day for line in exported_days(period)),
    }


def from_acts() -> dict[tuple, int]:
    """Return the counted acts per day and kind, read from the acts: what reports do not do."""
    from django.db.models import Count

    from audience.models import Act

    rows = Act.objects.filter(verdict="counted").values_list("day", "kind")
    return {(day, kind): count for day, kind, count in rows.annotate(Count("pk"))}


def make() -> tuple[list[Any], Any, Any]:
    """Make two campaigns with a pledge of one sponsor, and a film."""
    from datetime import UTC, datetime

    from wagtail.models import Collection

    from audience.models import Meter
    from campaigns.models import EmbedHost, Organisation, Pledge
    from media.models import Video

    meters = [Meter.objects.create(name=name) for name in ("Un", "Deux")]
    sponsor, receiver = (Organisation.objects.create(name=name) for name in ("Coop", "Épicerie"))
    begins_at = datetime(2026, 6, 1, 6, tzinfo=UTC)
    Pledge.objects.create(
        meter=meters[0],
        sponsor=sponsor,
        beneficiary=receiver,
        goods="légumes",
        cap=1,
        starts_at=begins_at,
        ends_at=begins_at + timedelta(days=DAYS),
        delivery_due_on=FIRST + timedelta(days=2 * DAYS),
        state="active",
        activated_at=begins_at,
    )
    EmbedHost.objects.bulk_create(
        EmbedHost(key=key, name=key, address="https://a.example") for key in HOSTS if key
    )
    film = Video.objects.create(
        title="Film", duration=100, type="video", collection=Collection.get_first_root_node()
    )
    watch(film)
    return meters, film, sponsor


def measure(total: int) -> int:
    from audience.domain.reports.acts import sums_of_acts
    from audience.domain.reports.period import Period
    from audience.models import DailyTotal

    meters, film, sponsor = make()
    numbers, done, found = [0, 0], 0, []
    for size in (total // 10, total):
        began = perf_counter()
        rolled_s = fill(meters, done, size, numbers)
        made_s, done = perf_counter() - began, size
        costs = {name: timed(read) for name, read in reports(meters[0], film, sponsor).items()}
        costs["(read from the acts)"] = timed(from_acts)
        found.append(costs)
        print(f"{size:,} acts: written in {made_s:.1f} s, of which totals {rolled_s:.1f} s")
        print(f"  {DailyTotal.objects.count():,} totals of days")
    sums = sums_of_acts(Period(FIRST, FIRST + timedelta(days=DAYS - 1)))
    kept = {(day.day, kind): count for day in sums.days for kind, count in day.kinds.items()}
    assert kept == from_acts(), "the totals are not those of the acts"
    few, many = found
    for name, cost in many.items():
        print(f"  {name:22} {few[name]:9.1f} ms → {cost:9.1f} ms   x {cost / few[name]:.2f}")
    worst = max(many[name] / few[name] for name in many if not name.startswith("("))
    verdict = "met" if worst < MOST_GROWTH else "MISSED"
    print(f"ten times the acts cost a report x {worst:.2f} < {MOST_GROWTH:g} {verdict}")
    return 0 if worst < MOST_GROWTH else 1


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--acts", type=int, default=1_000_000)
    parser.add_argument("--ten-million", action="store_true", help="about ten times as long")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-reports-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        return measure(10_000_000 if asked.ten_million else asked.acts)


if __name__ == "__main__":
    sys.exit(main())
