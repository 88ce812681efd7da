"""Measure what recounting a million acts costs, against our goal of 60 seconds.

    python tests/load/recount.py [--acts 1000000]

The acts are made in a temporary SQLite database: two meters, two pledges, thirty days, one act in
five refused. Then the totals are made to fit (`recount --write`), and the recount is timed.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

GOAL_S = 60
BATCH = 10_000
REASONS = ("already_counted", "bot", "team", "token_expired", "too_fast")
BEGAN_AT = datetime(2026, 10, 1, tzinfo=UTC)
DAYS = 30


def acts(meters: list[Any], pledges: list[Any], total: int) -> Iterator[Any]:
    """Yield rows as counting would have written them."""
    from audience.received import ReceivedAct

    numbers = [0] * len(meters)
    for index in range(total):
        side = index % len(meters)
        at = BEGAN_AT + timedelta(days=DAYS) * (index / total)
        act = ReceivedAct(
            kind=("click", "view")[index % 3 == 0],
            day=at.date(),
            received_at=at,
            person=f"person-{index}",
            nonce=f"nonce-{index}",
        )
        if index % 5 == 4:
            act.verdict, act.reason = "refused", REASONS[index // 5 % len(REASONS)]
        else:
            numbers[side] += 1
            act.verdict, act.number = "counted", numbers[side]
            act.gifts = [[pledges[side].pk, 2_000]]
        yield side, act


def fill(total: int) -> None:
    """Make meters, running pledges, their acts and the ledger that belongs to them."""
    from django.db import transaction

    from audience.domain.write_acts import insert_acts
    from audience.models import Act, Meter
    from campaigns.domain.ledger.seal import seal
    from campaigns.domain.write_entry import write_entry
    from campaigns.models import Clause, Organisation, Pledge

    sponsor, receiver = (Organisation.objects.create(name=name) for name in ("Coop", "Épicerie"))
    meters = [Meter.objects.create(name=name) for name in ("Un", "Deux")]
    pledges = []
    for meter in meters:
        pledge = Pledge.objects.create(
            meter=meter,
            sponsor=sponsor,
            beneficiary=receiver,
            goods="légumes",
            cap=2_000 * total,
            starts_at=BEGAN_AT,
            ends_at=BEGAN_AT + timedelta(days=DAYS),
            delivery_due_on=BEGAN_AT.date(),
            state="active",
            activated_at=BEGAN_AT,
        )
        Clause.objects.create(pledge=pledge, kind="per_act", quantity=2_000)
        pledges.append(pledge)
    waiting: list[list[Any]] = [[] for _ in meters]
    with transaction.atomic():
        for side, act in acts(meters, pledges, total):
            waiting[side].append(act)
            if len(waiting[side]) == BATCH:
                insert_acts(meters[side], waiting[side])
                waiting[side] = []
        for meter, rest in zip(meters, waiting, strict=True):
            insert_acts(meter, rest)
    for pledge in pledges:
        counted = Act.objects.filter(meter=pledge.meter, verdict="counted").count()
        write_entry(pledge, "promised", pledge.cap)
        write_entry(pledge, "unlocked", 2_000 * counted, tally_from=1, tally_to=counted)
    seal()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--acts", type=int, default=1_000_000)
    total = parser.parse_args().acts
    with tempfile.TemporaryDirectory(prefix="potager-recount-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        from campaigns.domain.ledger.recount import recount
        from campaigns.domain.ledger.totals import published_totals

        call_command("migrate", verbosity=0)
        began = perf_counter()
        fill(total)
        print(f"{total:,} acts made in {perf_counter() - began:.1f} s")
        assert not recount(write=True).remaining
        began = perf_counter()
        found = recount()
        document = found.totals().document()
        seconds = perf_counter() - began
        assert not found.differences
        assert document == published_totals().document()
    verdict = "met" if seconds < GOAL_S else "MISSED"
    print(f"recount of {total:,} acts: {seconds:.1f} s < {GOAL_S} {verdict}")
    return 0 if seconds < GOAL_S else 1


if __name__ == "__main__":
    sys.exit(main())
