"""A live programme in each of its states, and what the team has for it. Called inside the site."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from live.domain.invite_guest import invite_guest
from live.domain.message_presenter import message_presenter
from live.domain.presenter_links import make_presenter_link
from live.domain.start_run import start_run
from live.domain.take import take
from live.models import Feed, LiveProgrammePage, Recording, ReplayChapter, Run
from tests.browser.seed import add_live_programme

DIRECTOR = "directrice"
STATES = ("announced", "on air", "interrupted", "ended", "replay", "replay without chapters")


def make(file: str) -> None:
    """Make a programme in each state, and write down where each of its screens is."""
    pages = {state: _programme(state) for state in STATES}
    director = _director()
    runs = {state: start_run(pages[state], director, is_rehearsal=False) for state in STATES[1:]}
    now = timezone.now()
    for state in ("on air", "interrupted"):
        runs[state] = take(runs[state], director, 1, believed=None)
    # Nobody sends on its feed, and nobody did.
    Run.objects.filter(pk=runs["on air"].pk).update(feed=None)
    Run.objects.filter(pk=runs["interrupted"].pk).update(taken_at=now - timedelta(minutes=2))
    for state in STATES[3:]:
        _end(runs[state], now)
    _record(runs["replay"], chapters=("Accueil", "Le jardin d’Awa", "Au revoir"))
    _record(runs["replay without chapters"])
    message_presenter(runs["on air"], director, "Plus que deux minutes")
    public = {state: page.url for state, page in pages.items()}
    Path(file).write_text(json.dumps(public | _screens(pages, runs, director)))


def _director() -> Any:
    """Make somebody who may do all that a team does."""
    director = get_user_model().objects.create_superuser(DIRECTOR, password="secret")
    with Path(settings.DATA_DIR, "demo-logins.txt").open("a") as logins:
        logins.write(f"{DIRECTOR} secret\n")
    return director


def _programme(state: str) -> LiveProgrammePage:
    title = f"Un direct pour voir ({state})"
    add_live_programme(title)
    page = LiveProgrammePage.objects.get(title=title)
    page.pitch = "Une soirée de potager en potager, avec vos questions."
    if state == "announced":
        page.starts_at = timezone.now() + timedelta(days=3)
    page.save_revision().publish()
    Feed.objects.create(programme=page, name="Plateau", role="studio")
    Feed.objects.create(programme=page, name="Chez Awa, à Saint-Louis du Sénégal", role="duplex")
    return page


def _end(run: Run, now: datetime) -> None:
    Run.objects.filter(pk=run.pk).update(started_at=now - timedelta(hours=1), ended_at=now)
    run.refresh_from_db()


def _record(run: Run, chapters: tuple[str, ...] = ()) -> None:
    recording = Recording.objects.create(run=run, length_s=3600, is_public=True)
    for place, title in enumerate(chapters):
        entry = run.entries.get(title=title)
        ReplayChapter.objects.create(
            recording=recording, entry=entry, title=title, at_s=60 * place, wall_at=run.started_at
        )


def _screens(
    pages: dict[str, LiveProgrammePage], runs: dict[str, Run], director: Any
) -> dict[str, str]:
    page, run = pages["on air"], runs["on air"]
    feed = page.feeds.get(role="duplex")
    return {
        "control rooms": reverse("control_rooms"),
        "start": reverse("control_room", args=[pages["announced"].pk]),
        "control room": reverse("control_room", args=[page.pk]),
        "feeds": reverse("live_feeds", args=[page.pk]),
        "rundown": reverse("rundown", args=[page.pk]),
        "rundown to print": reverse("print_rundown", args=[page.pk]),
        "after the live": reverse("live_after", args=[runs["replay"].pk]),
        "overlay": reverse("overlay", args=[page.pk]),
        "presenter": reverse("presenter", args=[make_presenter_link(run, director)]),
        "guest": reverse("duplex", args=[invite_guest(director, feed)]),
        "guest too late": reverse("duplex", args=["x" * 32]),
    }
