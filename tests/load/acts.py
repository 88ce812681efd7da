"""Measure counting through HTTP: exact under concurrency and kill -9, and fast beside an empty view.

    python tests/load/acts.py [--database postgres://…] [--pairs 5] [--seconds 3]

First 6,000 requests of 4,000 people go to two server processes at once, with a milestone inside;
then the same with one process killed in the middle and every unanswered request sent again. At
last acts, heartbeats of plays and an empty view are asked for in turn, from one process, and the
median ratios count. PostgreSQL is told to look at its tables after the warm-up, as it does by
itself every minute: it plans badly for a table that was empty when it looked last.
Without --database it is SQLite in a temporary folder; with it, a database that may be emptied.
"""

import argparse
import random
import secrets
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.load.clients import (
    Press,
    Rates,
    analyze,
    empty_views,
    met,
    post,
    prepare,
    run,
    send_to_both,
    server,
)

PEOPLE, REQUESTS, THRESHOLD = 4_000, 6_000, 2_500


def new_meter() -> str:
    """Make a meter whose pledge gives per act, and 40 t at the threshold."""
    from datetime import timedelta

    from django.utils import timezone

    from audience.models import Meter
    from campaigns.models import Clause, Milestone, Organisation, Pledge

    now = timezone.now()
    meter = Meter.objects.create(name="Load")
    pledge = Pledge.objects.create(
        meter=meter,
        sponsor=Organisation.objects.get_or_create(name="Sponsor")[0],
        beneficiary=Organisation.objects.get_or_create(name="Beneficiary")[0],
        goods="vegetables",
        cap=10**12,
        starts_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=1),
        delivery_due_on=now.date() + timedelta(days=9),
        state="active",
    )
    Clause.objects.create(pledge=pledge, kind="per_act", quantity=2_000)
    Clause.objects.create(pledge=pledge, kind="threshold", quantity=40_000_000, acts=THRESHOLD)
    Milestone.objects.create(pledge=pledge, acts=THRESHOLD, title="Forty tonnes")
    return meter.key


def press(meter_key: str, person: str, token: str) -> Press:
    """Write the request of `person` to act."""
    return post(f"/acts/{meter_key}/click", person, f"token={token}&lang=fr")


def presses(meter_key: str, people: int, requests: int) -> list[Press]:
    """Return requests of so many people; the rest are duplicates, side by side with the first."""
    from audience.domain.tokens import new_token

    def token() -> str:
        return new_token(meter_key, "click").text()

    named = [(secrets.token_urlsafe(16), token()) for _ in range(people)]
    made = [press(meter_key, person, token_text) for person, token_text in named]
    for number in range(requests - people):
        person, token_text = named[number % people]
        # Every other duplicate is a retry, the others press again with a fresh token.
        made.append(press(meter_key, person, token_text if number % 2 else token()))
    chance = random.Random(1)
    near = [(place % people + chance.random() * 50, one) for place, one in enumerate(made)]
    time.sleep(1.1)  # The button must have been shown for a second.
    return [one for _, one in sorted(near, key=lambda pair: pair[0])]


def beats(meter_key: str, people: int) -> list[Press]:
    """Return one heartbeat each of so many people, who have watched five seconds."""
    from audience.domain.plays import new_play
    from audience.domain.tokens import now_ms

    begun_ms = now_ms() - 10_000
    tokens = (new_play(meter_key, "f" * 24, 600, begun_ms).text() for _ in range(people))
    form = "token={}&from_s=20&to_s=25&visible=1&lang=fr"
    return [post("/plays/beat", secrets.token_urlsafe(16), form.format(one)) for one in tokens]


def check_exact(meter_key: str, made: list[Press]) -> None:
    """Compare what was answered with what stands in the database."""
    from audience.models import Act
    from campaigns.models import MilestoneReached, Pledge

    assert all(one.status == 200 for one in made), {one.status for one in made}
    counted = Act.objects.filter(meter__key=meter_key, verdict="counted")
    pledge = Pledge.objects.get(meter__key=meter_key)
    reached = MilestoneReached.objects.filter(milestone__pledge=pledge)
    acknowledged = {
        one.body.split(b'"nonce": "')[1][:22].decode()
        for one in made
        if b'"verdict": "counted"' in one.body
    }
    lost = acknowledged - set(counted.values_list("nonce", flat=True))
    print(
        f"  requests {len(made)}, people {PEOPLE}, counted {counted.count()}, "
        f"unlocks {reached.count()} (by act {reached.get().act_number}), "
        f"units {pledge.unlocked:,} g, acknowledged and lost {len(lost)}"
    )
    exact = counted.count() == PEOPLE == pledge.tally and reached.count() == 1 and not lost
    units = PEOPLE * 2_000 + 40_000_000
    print(f"  exactly once: {met(exact and pledge.unlocked == units)}")


def exactness(kills: bool) -> None:
    meter_key = new_meter()
    made = presses(meter_key, PEOPLE, REQUESTS)
    print("two processes, one killed with kill -9:" if kills else "two processes:")
    with ExitStack() as stack:
        servers = [stack.enter_context(server()) for _ in range(2)]
        uvloop.run(send_to_both(servers, made, kills))
    check_exact(meter_key, made)


def speed(pairs: int, seconds: float) -> None:
    """Print how many acts and beats a second are answered, beside an empty view on that server."""
    meter_key, people = new_meter(), int(12_000 * seconds)
    acts, beaten = Rates("acts"), Rates("heartbeats")
    with server() as where:
        for turn in range(pairs + 1):
            runs = [
                run(where, presses(meter_key, people, people), seconds),
                run(where, beats(meter_key, people), seconds),
                run(where, empty_views(people), seconds),
            ]
            if turn:  # The first turn warms up.
                acts.add(runs[0], runs[2])
                beaten.add(runs[1], runs[2])
            else:
                analyze()
    acts.tell(2.5)
    beaten.tell(2.5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="", help="postgres://… of a database to empty")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        prepare(options.database, folder)
        from django.db import connection

        print(connection.vendor)
        exactness(kills=False)
        exactness(kills=True)
        speed(options.pairs, options.seconds)
        connection.close()


if __name__ == "__main__":
    main()
