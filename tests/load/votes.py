"""Measure voting through HTTP: exact under concurrency and kill -9, and fast beside an empty view.

    python tests/load/votes.py [--database postgres://…] [--pairs 5] [--seconds 3]

First two server processes at once: 200 voters on one question, which the public list must show
within two seconds (with the page cache that hosts have); 100 voters who double-tap and retry;
2,000 who do, one process killed in the middle; 50 voters who change their mind twenty times, each time
at the other process. Then votes for one hot question, votes spread over 500 questions and an empty
view are asked for in turn, from one process, and the median ratios count.
Without --database it is SQLite in a temporary folder; with it, a database that may be emptied.
"""

import argparse
import asyncio
import random
import re
import secrets
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.load.clients import (
    Press,
    Rates,
    Server,
    analyze,
    empty_views,
    met,
    post,
    prepare,
    run,
    send_all,
    send_to_both,
    server,
)

AT_ONCE, DOUBLE_TAPPERS, MANY, FICKLE, CHANGES = 200, 100, 2_000, 50, 20
QUESTIONS, GOAL, SHOWN_WITHIN_S = 500, 1.0, 2
TOTAL = re.compile(rb'data-part="total">(\d+)<')


def new_questions(number: int) -> list[str]:
    """Make a theme with so many public questions; return their codes."""
    from wagtail.models import Locale

    from qa.models import Question, Theme

    theme = Theme.objects.create(
        name="Load",
        slug=f"load-{secrets.token_hex(4)}",
        question="How much?",
        locale=Locale.get_default(),
    )
    made = [
        Question(theme=theme, text=f"Question {place}?", state="approved")
        for place in range(number)
    ]
    return [one.code for one in Question.objects.bulk_create(made)]


def new_voters(number: int) -> list[str]:
    """Return so many cookies of voters."""
    from qa.domain.voters import COOKIE, new_cookie

    return [f"{COOKIE}={new_cookie(datetime.now(UTC))}" for _ in range(number)]


def vote(code: str, cookie: str, value: int = 1) -> Press:
    """Write the request of one voter."""
    return post(f"/votes/{code}", secrets.token_urlsafe(6), f"value={value}&lang=fr", cookie)


def check(name: str, code: str, made: list[Press], votes: int) -> None:
    """Compare what stands in the database with the number of votes that there must be."""
    from qa.models import Question

    question = Question.objects.get(code=code)
    rows, ayes = question.votes.count(), question.votes.filter(value=1).count()
    troubles = sum(one.status >= 500 for one in made)
    print(
        f"{name}: {len(made)} requests, {rows} rows, {ayes} for it, total {question.total}, "
        f"answers other than 200: {sum(one.status != 200 for one in made)} (5xx: {troubles})"
    )
    is_exact = ayes == question.total == votes and all(one.status == 200 for one in made)
    print(f"  exactly {votes}: {met(is_exact)}")


def at_once() -> None:
    """Let many vote for one question at the same moment, and see how soon everybody reads it."""
    [code] = new_questions(1)
    made = [vote(code, one) for one in new_voters(AT_ONCE)]
    with ExitStack() as stack:
        servers = [stack.enter_context(server(PAGE_CACHE_S="30")) for _ in range(2)]
        for one in servers:
            _shown(one, code)  # The list is in each process's page cache when the voting starts.
        uvloop.run(send_to_both(servers, made, False))
        answered = time.monotonic()
        waiting = set(range(len(servers)))
        while waiting and time.monotonic() < answered + 20:
            waiting = {place for place in waiting if _shown(servers[place], code) != AT_ONCE}
            time.sleep(0.05)
        shown_s = time.monotonic() - answered
    check(f"{AT_ONCE} voters at once", code, made, AT_ONCE)
    print(f"  on the public list after {shown_s:.2f} s  <= 2  {met(shown_s <= SHOWN_WITHIN_S)}")


def _shown(where: Server, code: str) -> int:
    """Return the total that the public list of the question's theme shows."""
    from qa.models import Question

    slug = Question.objects.get(code=code).theme.slug
    with urlopen(f"http://127.0.0.1:{where.port}/themes/{slug}/questions/", timeout=20) as page:
        found = TOTAL.search(page.read())
    return int(found[1]) if found else -1


def double_taps(voters: int, kills: bool) -> None:
    """Let each voter press twice and retry once, all mixed, at two processes."""
    [code] = new_questions(1)
    made = [vote(code, one) for one in new_voters(voters) for _ in range(3)]
    random.Random(1).shuffle(made)
    with ExitStack() as stack:
        servers = [stack.enter_context(server()) for _ in range(2)]
        uvloop.run(send_to_both(servers, made, kills))
    name = f"{voters} voters who double-tap and retry"
    check(name + (", one process killed" if kills else ""), code, made, voters)


def changing_minds() -> None:
    """Let voters alternate in parallel, each waiting for the answer before the next change."""
    from qa.domain.voters import voter_of
    from qa.models import Question

    [code] = new_questions(1)
    chance, cookies = random.Random(2), new_voters(FICKLE)
    minds = [
        [vote(code, cookie, place % 2) for place in range(CHANGES + chance.randint(0, 1))]
        for cookie in cookies
    ]
    with ExitStack() as stack:
        servers = [stack.enter_context(server()) for _ in range(2)]
        uvloop.run(_all_minds(servers, minds))
    names = [voter_of(cookie.partition("=")[2]).name for cookie in cookies]
    wanted = {
        name: int(b'"value": 1' in mind[-1].body) for name, mind in zip(names, minds, strict=True)
    }
    rows = dict(Question.objects.get(code=code).votes.values_list("voter", "value"))
    made = [one for mind in minds for one in mind]
    check(f"{FICKLE} voters who change their mind", code, made, sum(wanted.values()))
    print(f"  each row holds the last accepted value: {met(rows == wanted)}")


async def _all_minds(servers: list[Server], minds: list[list[Press]]) -> None:
    async def one_mind(place: int, mind: list[Press]) -> None:
        for number, one in enumerate(mind):
            await send_all(servers[(place + number) % 2], [one], connections=1)

    await asyncio.gather(*(one_mind(place, mind) for place, mind in enumerate(minds)))


def speed(pairs: int, seconds: float) -> None:
    """Print how many votes a second are answered, beside an empty view on that server."""
    [hot], many = new_questions(1), new_questions(QUESTIONS)
    number = int(12_000 * seconds)
    on_one, on_many = Rates("votes for one question"), Rates(f"votes for {QUESTIONS} questions")
    with server() as where:
        for turn in range(pairs + 1):
            one = [vote(hot, cookie) for cookie in new_voters(number)]
            spread = [
                vote(many[place % QUESTIONS], cookie)
                for place, cookie in enumerate(new_voters(number))
            ]
            runs = [run(where, made, seconds) for made in (one, spread, empty_views(number))]
            if turn:  # The first turn warms up.
                on_one.add(runs[0], runs[2])
                on_many.add(runs[1], runs[2])
            else:
                analyze()
    on_one.tell(GOAL)
    on_many.tell(GOAL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="", help="postgres://… of a database to empty")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        prepare(options.database, folder)
        from django.core.management import call_command
        from django.db import connection

        call_command("collectstatic", interactive=False, verbosity=0)
        print(connection.vendor)
        at_once()
        double_taps(DOUBLE_TAPPERS, kills=False)
        double_taps(MANY, kills=True)
        changing_minds()
        speed(options.pairs, options.seconds)
        connection.close()


if __name__ == "__main__":
    main()
