"""Many operators of one programme press at once, at two server processes: one wins, all are told.

    python tests/load/operators.py [--database postgres://…] [--turns 5]

Twenty operators put twenty questions on air in the same instant, half of them at each process; one
question is on air then, and nineteen read who was faster. After that two of them press TAKE at
once, one at each process: the programme goes on by one line.
Without --database it is SQLite in a temporary folder; with it, a database that may be emptied.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.load.clients import Press, Server, met, post, prepare, send_to_both, server

OPERATORS, LINES = 20, 3
SHOWCALLER = ("operate_run", "present_question")
CSRF = "c" * 32


def make_programme():
    """Make a programme on one theme; return it and the theme."""
    from django.utils import timezone
    from wagtail.models import Locale, Page

    from live.models import LiveIndexPage, LiveProgrammePage, Segment
    from qa.models import Theme

    locale = Locale.get_default()
    theme = Theme.objects.create(name="Load", slug="load", question="How much?", locale=locale)
    index = LiveIndexPage(title="Live", slug="live", locale=locale)
    Page.get_first_root_node().add_child(instance=index)
    programme = LiveProgrammePage(
        title="Load", slug="load", starts_at=timezone.now(), locale=locale
    )
    programme.themes.set([theme])
    programme.segments.set(
        [Segment(title=f"Line {n}", planned_s=60, sort_order=n) for n in range(LINES)]
    )
    index.add_child(instance=programme)
    programme.save_revision().publish()
    return programme, theme


def make_operators() -> dict:
    """Return the session key of each operator."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group, Permission
    from django.test import Client

    team = Group.objects.create(name="Load")
    codenames = (*SHOWCALLER, "access_admin")
    team.permissions.set(Permission.objects.filter(codename__in=codenames))
    sessions = {}
    for number in range(OPERATORS):
        operator = get_user_model().objects.create_user(f"op{number:02}")
        operator.groups.add(team)
        client = Client()
        client.force_login(operator)
        sessions[operator] = client.cookies["sessionid"].value
    return sessions


def command(run, session: str, verb: str, form: str) -> Press:
    """Write what the control room sends for a command."""
    cookie = f"sessionid={session}; csrftoken={CSRF}"
    form = f"{form}&csrfmiddlewaretoken={CSRF}"
    return post(f"/admin/live/run/{run.key}/{verb}/", session, form, cookie)


def questions_at_once(servers: list[Server], run, theme, sessions: dict) -> None:
    """Put a question of each operator on air at once, and check what came of it."""
    from live.models import AiredQuestion, RunCommand
    from qa.models import Question

    asked = [
        Question.objects.create(theme=theme, text=f"Number {n} of {run.key}?", state="approved")
        for n in range(len(sessions))
    ]
    made = [
        command(run, session, "put_question", f"seen={run.version}&question={question.pk}")
        for question, session in zip(asked, sessions.values(), strict=True)
    ]
    uvloop.run(send_to_both(servers, made, kills=False))
    run.refresh_from_db()
    statuses = Counter(one.status for one in made)
    aired = AiredQuestion.objects.filter(run=run, off_air_at=None)
    won = aired.get()
    refusals = [json.loads(one.body)["refusal"] for one in made if one.status == 409]
    is_told = all(str(won.put_on_air_by) in said for said in refusals)
    commands = RunCommand.objects.filter(run=run, verb="put_question").count()
    exact = statuses == {200: 1, 409: OPERATORS - 1} and run.question == won.question
    print(
        f"  {OPERATORS} questions at once: on air {aired.count()}, answers {dict(statuses)}, "
        f"all told who: {is_told}  {met(exact and is_told and commands == 1)}"
    )


def takes_at_once(servers: list[Server], run, sessions: dict) -> None:
    """Press TAKE twice at once, and check that the programme went on by one line."""
    form = f"seen={run.version}&believed={run.entry_id or ''}"
    made = [command(run, session, "take", form) for session in list(sessions.values())[:2]]
    version = run.version
    uvloop.run(send_to_both(servers, made, kills=False))
    run.refresh_from_db()
    states = Counter(run.entries.values_list("state", flat=True))
    statuses = sorted(one.status for one in made)
    exact = run.version == version + 1 and states["on_air"] == 1 and states["waiting"] == LINES - 1
    print(f"  TAKE twice at once: lines {dict(states)}, answers {statuses}  {met(exact)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="")
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        prepare(options.database, folder)
        from django.db import connection
        from django.utils import timezone

        from live.models import Run

        programme, theme = make_programme()
        sessions = make_operators()
        with ExitStack() as stack:
            servers = [stack.enter_context(server()) for _ in range(2)]
            for turn in range(options.turns):
                print(f"turn {turn + 1}:")
                run = start(programme, next(iter(sessions)))
                questions_at_once(servers, run, theme, sessions)
                takes_at_once(servers, run, sessions)
                ended_at = timezone.now() - timedelta(seconds=1)
                Run.objects.filter(pk=run.pk).update(ended_at=ended_at)
        connection.close()


def start(programme, operator):
    """Start the programme."""
    from live.domain.start_run import start_run

    return start_run(programme, operator, is_rehearsal=False)


if __name__ == "__main__":
    main()
