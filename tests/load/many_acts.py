"""Measure what counting and looking cost when there are a hundred times more acts.

    python tests/load/many_acts.py [--acts 10000000] [--database postgres://…]

Acts of 90 days are made in an empty database, a hundredth of them first, then all; as in life, only
the last three days still have people. Both times these are measured, medians of several runs:

- counting: 64 acts at once, judged and written with totals, gifts and ledger
- the campaign's page and its counter, every cache emptied before
- the day's roll-up: forgetting 2,000 people of the day that is three days old, and the day's sums

Without --database it is SQLite in a temporary folder (about 4 GB); with it, a database that may be
emptied.
"""

import argparse
import os
import secrets
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

MOST_GROWTH = 1.5
DAYS = 90
RUNS = 15
AT_ONCE = 64
FORGOTTEN = 2_000
SERIES = {
    "sqlite": "(WITH RECURSIVE n(i) AS (SELECT %s UNION ALL SELECT i + 1 FROM n WHERE i < %s) "
    "SELECT i FROM n) AS series",
    "postgresql": "generate_series(%s::bigint, %s::bigint) AS series(i)",
}
NONCE = {
    "sqlite": "lower(hex(randomblob(11)))",
    "postgresql": "substr(md5(random()::text), 1, 22)",
}


def make_campaign() -> Any:
    """Make a site with one campaign, whose pledge gives 2 kg per act; return its page."""
    from django.utils import timezone
    from wagtail.models import Locale, Page, Site

    from campaigns.models import CampaignIndexPage, CampaignPage, Clause, Organisation, Pledge
    from home.models import HomePage

    root = Page.objects.get(depth=1)
    locale = Locale.objects.get_or_create(language_code="fr")[0]
    home = root.add_child(instance=HomePage(title="Potager", slug="potager", locale=locale))
    Site.objects.update(hostname="localhost", root_page=home, is_default_site=True)
    index = home.add_child(instance=CampaignIndexPage(title="Campagnes", slug="campagnes"))
    page = index.add_child(instance=CampaignPage(title="Un légume par vue", slug="legume"))
    page.save_revision().publish()
    page.refresh_from_db()
    now = timezone.now()
    pledge = Pledge.objects.create(
        meter=page.meter,
        sponsor=Organisation.objects.create(name="Coop"),
        beneficiary=Organisation.objects.create(name="Épicerie"),
        goods="légumes",
        cap=10**12,
        starts_at=now - timedelta(days=DAYS),
        activated_at=now - timedelta(days=DAYS),
        ends_at=now + timedelta(days=1),
        delivery_due_on=now.date() + timedelta(days=9),
        state="active",
    )
    Clause.objects.create(pledge=pledge, kind="per_act", quantity=2_000)
    return page


def fill(meter: Any, upto: int) -> None:
    """Add acts, evenly over the days, until `meter` has counted `upto`; keep the totals true."""
    from django.db import connection, transaction
    from django.utils import timezone

    from audience.domain.forget_people import KEPT
    from audience.models import DailyTotal

    meter.refresh_from_db()
    first, now = meter.counted + 1, timezone.now()
    edges = [first + (upto - first + 1) * day // DAYS for day in range(DAYS + 1)]
    for age, (begin, end) in zip(range(DAYS, 0, -1), pairwise(edges), strict=True):
        at = now - timedelta(days=age) + timedelta(hours=1)
        with transaction.atomic():
            _insert(connection, meter.pk, begin, end - 1, at, has_people=now - at < KEPT)
            total, _made = DailyTotal.objects.get_or_create(
                meter=meter, day=at.date(), kind="click", host="", verdict="counted", reason=""
            )
            total.count += end - begin
            total.save()
    meter.counted, meter.version = upto, meter.version + 1
    meter.save()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _insert(
    connection: Any, meter_id: int, begin: int, end: int, at: datetime, *, has_people: bool
) -> None:
    person = f"'p' || {NONCE[connection.vendor]}" if has_people else "NULL"
    person = f"substr({person}, 1, 22)" if has_people else person
    network = "'n' || (i % 5000)" if has_people else "''"
    statement = (
        "INSERT INTO audience_act (meter_id, kind, day, received_at, host, person, network, nonce,"
        " came_by, film, verdict, reason, number, gifts, note)"
        f" SELECT %s, 'click', %s, %s, '', {person}, {network}, {NONCE[connection.vendor]},"
        " '', '', 'counted', '', i, '[[1, 2000]]', ''"
        f" FROM {SERIES[connection.vendor]}"
    )
    adapt = connection.ops
    moment = [adapt.adapt_datefield_value(at.date()), adapt.adapt_datetimefield_value(at)]
    if connection.vendor == "postgresql":
        statement = statement.replace("%s, '', ", "%s::timestamptz, '', ", 1)
        statement = statement.replace("'click', %s,", "'click', %s::date,", 1)
        statement = statement.replace("'[[1, 2000]]'", "'[[1, 2000]]'::jsonb", 1)
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("i % 5000", "i %% 5000"), [meter_id, *moment, begin, end])


def count(meter: Any, at: datetime, number: int) -> None:
    """Count so many acts of new people, as one batch of the front door."""
    from audience.domain.count_acts import Offer, count_acts

    offers = [
        Offer(
            meter_key=meter.key,
            kind="click",
            received_at=at,
            nonce=secrets.token_urlsafe(16),
            person=secrets.token_urlsafe(16),
            network=secrets.token_hex(8),
        )
        for _ in range(number)
    ]
    assert all(one is not None and one.verdict == "counted" for one in count_acts(offers))


def measured(page: Any) -> dict[str, float]:
    """Return what each costs now, in milliseconds."""
    from django.core.cache import cache
    from django.test import Client
    from django.utils import timezone

    from audience.domain.forget_people import KEPT, forget_people
    from audience.domain.reports.acts import sums_of_acts
    from audience.domain.reports.period import Period
    from audience.domain.snapshot import snapshot_bytes

    client, meter, now = Client(), page.meter, timezone.now()

    def look() -> None:
        assert client.get(page.url).status_code == 200

    def forget() -> None:
        assert forget_people() >= FORGOTTEN

    def nothing() -> None:
        assert forget_people() == 0

    old = now - KEPT - timedelta(minutes=1)
    forget_people()  # What the making left.
    return {
        "counting 64 acts": timed(lambda: count(meter, timezone.now(), AT_ONCE)),
        "campaign page": timed(look, before=cache.clear),
        "its counter": timed(lambda: snapshot_bytes(meter.key)),
        "forgetting people": timed(forget, before=lambda: count(meter, old, FORGOTTEN)),
        "nobody to forget": timed(nothing),
        "sums of the day": timed(lambda: sums_of_acts(Period(now.date(), now.date()))),
    }


def timed(run: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> float:
    """Return the median of some runs in milliseconds; `before` is not timed."""
    seconds = []
    for _ in range(RUNS):
        before()
        began = perf_counter()
        run()
        seconds.append(perf_counter() - began)
    return 1_000 * median(seconds)


def compare(total: int) -> int:
    from django.db import connection

    page, found = make_campaign(), []
    for size in (total // 100, total):
        began = perf_counter()
        fill(page.meter, size)
        print(f"{connection.vendor}: {size:,} acts, made in {perf_counter() - began:.0f} s")
        measured(page)  # Warms up.
        found.append(measured(page))
    few, many = found
    for name, cost in many.items():
        print(f"  {name:20} {few[name]:8.2f} ms → {cost:8.2f} ms   x {cost / few[name]:.2f}")
    worst = max(many[name] / few[name] for name in many)
    is_met = worst <= MOST_GROWTH
    print(
        f"a hundred times the acts: x {worst:.2f} <= {MOST_GROWTH} {'met' if is_met else 'MISSED'}"
    )
    return 0 if is_met else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--acts", type=int, default=10_000_000)
    parser.add_argument("--database", default="", help="postgres://… of a database to empty")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-many-acts-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings"}
        os.environ["DATABASE_URL"] = asked.database or f"sqlite:///{folder}/db.sqlite3"
        os.environ["PAGE_CACHE_S"] = "0"
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command
        from django.db import connection

        settings.ALLOWED_HOSTS = ["*"]
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        call_command("migrate", verbosity=0)
        call_command("collectstatic", "--no-input", verbosity=0)
        return compare(asked.acts)


if __name__ == "__main__":
    sys.exit(main())
