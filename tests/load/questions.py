"""Measure what very many questions cost: lists, suggestions, the moderation desk, and a flood.

    python tests/load/questions.py [--database postgres://…] [--flood-s 60]

Lists: the first page of a theme with 10,000 questions beside one with 100, its count included, and
the theme's own page. Suggestions: 5,000 questions in a theme; with the index ready, right after an
approval, and the first time. A flood: 5,000 questions from 20 networks in a minute, while a
moderator reads the desk and people of other networks ask; server and clients share the machine.
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
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode

import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.load.clients import Press, Server, analyze, met, post, prepare, send_all, server

FEW, MANY, TYPED_OVER, MOST_RATIO = 100, 10_000, 5_000, 1.5
FLOOD, NETWORKS, HONEST = 5_000, 20, 120
NOUNS = re.findall(
    r"\w+",
    "courge poireau navet carotte chou betterave panais radis blette fenouil tomate salade pomme "
    "cagette camion marché potager graine récolte compost maraîcher coopérative cantine semence",
)
VERBS = ("pousse", "coûte", "arrose", "cueille", "livre", "partage", "gaspille", "vend", "donne")
STARTS = ("Pourquoi", "Comment", "Quand", "Combien", "Qui", "Où")


def sentence(chance: random.Random) -> str:
    """Return a question like people ask them: common words, rarer ones, now and then a name."""
    nouns = [min(chance.choices(NOUNS, k=2), key=NOUNS.index) for _ in range(3)]
    name = f"Zor{chance.randrange(2_000)}"
    return (
        f"{chance.choice(STARTS)} est-ce que la {nouns[0]} {chance.choice(VERBS)} le {nouns[1]} "
        f"de {name} dans la {nouns[2]} ?"
    )


def new_theme(number: int, state: str = "approved") -> Any:
    """Make a theme with so many questions and some votes for each."""
    from datetime import timedelta

    from django.utils import timezone
    from wagtail.models import Locale

    from qa.domain.fold import fold
    from qa.models import Question, Theme

    theme = Theme.objects.create(
        name="Load",
        slug=f"load-{secrets.token_hex(4)}",
        question="How much?",
        locale=Locale.get_default(),
    )
    chance, now = random.Random(number), timezone.now()
    texts = [sentence(chance) for _ in range(number)]
    Question.objects.bulk_create(
        Question(
            theme=theme,
            text=text,
            fold=fold(text),
            state=state,
            total=chance.randrange(500),
            received_at=now - timedelta(seconds=number - place),
            decided_at=now - timedelta(seconds=number - place) if state == "approved" else None,
        )
        for place, text in enumerate(texts)
    )
    return theme


def timed(deed: Callable[[], Any], runs: int = 15) -> float:
    """Return the median time of `deed` in milliseconds."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        deed()
        taken.append(1_000 * (time.perf_counter() - began))
    return median(taken)


def lists() -> None:
    """Compare the pages of a short and of a very long theme."""
    from django.test import Client

    client, few, many = Client(HTTP_HOST="127.0.0.1"), new_theme(FEW), new_theme(MANY)
    analyze()
    for name, address in (
        ("public list", "/themes/{}/questions/"),
        ("newest", "/themes/{}/questions/nouvelles/"),
        ("answered", "/themes/{}/questions/repondues/"),
        ("theme page", "/themes/{}/"),
        ("feed", "/themes/{}/questions.xml"),
    ):
        costs = []
        for theme in (few, many):
            path = address.format(theme.slug)
            assert client.get(path).status_code == 200, path
            costs.append(timed(lambda path=path: client.get(path)))
        ratio = costs[1] / costs[0]
        print(
            f"{name}: {costs[0]:.1f} ms with {FEW}, {costs[1]:.1f} ms with {MANY:,}: "
            f"x {ratio:.2f}  <= {MOST_RATIO}  {met(ratio <= MOST_RATIO)}"
        )
    print(f"all themes, {FEW + MANY:,} questions: {timed(lambda: client.get('/themes/')):.1f} ms")


def suggestions() -> None:
    """Time what somebody who types waits for."""
    from qa.domain import similar
    from qa.domain.decide import decide
    from qa.domain.similar import forget_indexes, similar_questions
    from qa.enums import Action
    from qa.models import Question
    from users.models import User

    theme, chance = new_theme(TYPED_OVER), random.Random(7)
    team = User.objects.create_superuser("load-lead", "lead@example.org", "secret")
    waiting = iter(_waiting(theme, chance))
    similar.LOOKED_S = 0  # Each of these looks for changes; in the site, one a second does.

    def ask() -> None:
        similar_questions(theme, sentence(chance))

    def first() -> None:
        forget_indexes()
        ask()

    def after_approval() -> float:
        decide(Question.objects.get(pk=next(waiting)), Action.APPROVE, user=team)
        began = time.perf_counter()
        ask()
        return 1_000 * (time.perf_counter() - began)

    cold = timed(first, 3)
    ask()
    warm, changed = timed(ask), median(after_approval() for _ in range(15))
    print(f"similar among {TYPED_OVER:,}: {warm:.1f} ms  <= 50  {met(warm <= 50)}")
    print(f"  right after an approval {changed:.1f} ms, the first time {cold:.0f} ms", end="  ")
    print(f"<= 200  {met(changed <= 200 and cold <= 200)}")


def _waiting(theme: Any, chance: random.Random) -> list[int]:
    from qa.domain.fold import fold
    from qa.models import Question

    texts = [sentence(chance) for _ in range(20)]
    made = (Question.objects.create(theme=theme, text=text, fold=fold(text)) for text in texts)
    return [one.pk for one in made]


def flood(seconds: float) -> None:
    """Let a flood come in while a moderator reads and honest people ask."""
    from django.test import Client

    from qa.models import Question
    from users.models import User

    theme, chance = new_theme(FEW), random.Random(3)
    User.objects.create_superuser("load-mo", "mo@example.org", "secret")
    client = Client(HTTP_HOST="127.0.0.1")
    client.login(username="load-mo", password="secret")
    session = client.cookies["sessionid"].value
    loud = [_asking(theme, chance, f"10.9.{place % NETWORKS}.7") for place in range(FLOOD)]
    honest = [_asking(theme, chance, f"10.{80 + place}.3.4") for place in range(HONEST)]
    reads = [_desk(session) for _ in range(HONEST)]
    with server() as where:
        # The first answer of a process loads what it needs.
        uvloop.run(send_all(where, [_desk(session), _asking(theme, chance, "10.79.1.1")]))
        desk_s, honest_s = uvloop.run(_flood(where, loud, honest, reads, seconds))
    statuses = {status: sum(one.status == status for one in loud) for status in (302, 429)}
    rest = {one.status for one in [*loud, *honest, *reads]} - {200, 302, 429}
    print(
        f"flood of {FLOOD:,} from {NETWORKS} networks in {seconds:.0f} s: {statuses[302]} taken, "
        f"{statuses[429]} over the networks' limit, other answers {rest or 'none'}; "
        f"{Question.objects.filter(theme=theme).waiting().count()} wait"
    )
    desk, kind = (1_000 * quantiles(times, n=20)[-1] for times in (desk_s, honest_s))
    is_taken = all(one.status == 302 for one in honest)
    print(f"  desk, p95 of {len(desk_s)}: {desk:.0f} ms  <= 500  {met(desk <= 500)}")
    print(f"  honest posts, p95 of {len(honest_s)}: {kind:.0f} ms  <= 1000  {met(kind <= 1_000)}")
    print(f"  every honest question was taken: {met(is_taken)}")


async def _flood(
    where: Server, loud: list[Press], honest: list[Press], reads: list[Press], seconds: float
) -> tuple[list[float], list[float]]:
    """Send everything evenly over `seconds`; return the waiting times of reads and honest posts."""

    async def evenly(made: list[Press], taken: list[float]) -> None:
        began, jobs = time.monotonic(), []

        async def one_at(place: int) -> None:
            await asyncio.sleep(max(0, began + seconds * place / len(made) - time.monotonic()))
            sent = time.perf_counter()
            await send_all(where, [made[place]], connections=1)
            taken.append(time.perf_counter() - sent)

        jobs = [one_at(place) for place in range(len(made))]
        await asyncio.gather(*jobs)

    desk_s: list[float] = []
    honest_s: list[float] = []
    await asyncio.gather(evenly(loud, []), evenly(honest, honest_s), evenly(reads, desk_s))
    return desk_s, honest_s


def _asking(theme: Any, chance: random.Random, address: str) -> Press:
    from audience.domain.form_tickets import new_ticket
    from qa.domain.ask_question import PURPOSE

    form = urlencode({"ticket": new_ticket(PURPOSE), "text": sentence(chance), "name": "Zoé"})
    made = post(f"/themes/{theme.slug}/poser/", address, form)
    request = re.sub(
        rb"X-Forwarded-For: [\d.]+", b"X-Forwarded-For: " + address.encode(), made.request
    )
    return Press(request)


def _desk(session: str) -> Press:
    head = (
        f"GET /admin/moderation/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: sessionid={session}\r\n\r\n"
    )
    return Press(head.encode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="", help="postgres://… of a database to empty")
    parser.add_argument("--flood-s", type=float, default=60, help="0: no flood")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        prepare(options.database, folder)
        from django.core.management import call_command
        from django.db import connection

        call_command("collectstatic", interactive=False, verbosity=0)
        print(connection.vendor)
        lists()
        suggestions()
        if options.flood_s:
            flood(options.flood_s)
        connection.close()


if __name__ == "__main__":
    main()
