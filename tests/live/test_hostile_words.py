"""Forty texts that would run, on air: title, rundown, question, message, chapter, feed."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from live.domain.message_presenter import message_presenter
from live.domain.open_replay import open_replay
from live.domain.presenter_links import make_presenter_link
from live.domain.presenter_state import presenter_state
from live.domain.public_state import public_state
from live.domain.put_question import put_question
from live.domain.staff_state import staff_state
from live.domain.start_run import start_run
from live.domain.take import take
from live.models import AiredQuestion, Feed, LiveProgrammePage, ReplayChapter, Run
from tests.hostile import HOSTILE, MARK, look
from tests.live.replays import tick_all

pytestmark = pytest.mark.django_db
# Five at a time: the screens of a live are large.
HANDFULS = [HOSTILE[first::8] for first in range(8)]


@pytest.fixture
def make_hostile(make_show, make_theme, make_asked) -> Any:
    """Publish a programme in which all that somebody may type is one of a handful of `texts`."""

    def make(texts: list[str]) -> LiveProgrammePage:
        first = texts[0]
        theme = make_theme(first[:60], slug="hostile", question=first[:160])
        page = make_show(
            first,
            pitch=texts[-1],
            themes=(theme,),
            lines=tuple(
                (text, 60, {"kind": "duplex", "place": text[:60], "prompter": text, "notes": text})
                for text in texts
            ),
        )
        for text in texts:
            Feed.objects.create(programme=page, name=text[:60])
            make_asked(text, name=text[:60], theme=theme)
        return page

    return make


def shown(client: Client, *addresses: str) -> None:
    """See the mark as words, and nothing but words, at each address."""
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert look(answer.content.decode()).seen, address


@pytest.mark.parametrize("texts", HANDFULS)
def test_nothing_runs_before_during_or_after(client, admin, make_hostile, texts):
    page, team = make_hostile(texts), Client()
    team.force_login(admin)
    shown(client, page.url, page.get_parent().url)
    shown(team, reverse("control_room", args=[page.pk]), reverse("live_feeds", args=[page.pk]))
    shown(team, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    run = _on_air(page, admin)
    look(client.get(f"{page.url}?now").content.decode())
    secret = make_presenter_link(run, admin)
    shown(client, reverse("presenter", args=[secret]), reverse("overlay", args=[page.pk]))
    shown(team, f"{reverse('control_room', args=[page.pk])}?run={run.key}")
    for state in (public_state(run.key), staff_state(run), presenter_state(run)):
        assert texts[0] in _strings(state), "scripts get what was typed, and write it as text"
    _replay(run, texts)
    shown(client, f"{page.url}?replay")
    shown(team, reverse("live_after", args=[run.pk]))


@pytest.mark.parametrize("texts", HANDFULS)
def test_no_calendar_or_feed_is_broken(client, make_hostile, texts):
    page = make_hostile(texts)
    for address in (f"/directs/{page.calendar_uid}.ics", "/directs.ics"):
        lines = client.get(address).content.decode().split("\r\n")
        assert lines[0] == "BEGIN:VCALENDAR"
        names = {line.partition(":")[0].partition(";")[0] for line in lines if line[:1].isalpha()}
        assert all(name.isupper() or "-" in name for name in names), names
    feed = client.get("/directs.xml").content.decode()
    assert f"<script>{MARK}" not in feed


def _on_air(page: LiveProgrammePage, admin: Any) -> Run:
    run = start_run(page, admin, is_rehearsal=False)
    run = take(run, admin, run.version, believed=None)
    question = page.themes.get().questions.earliest("pk")
    run = put_question(run, admin, run.version, question=question.pk)
    message_presenter(run, admin, question.text)
    return run


def _replay(run: Run, texts: list[str]) -> None:
    now = timezone.now()
    Run.objects.filter(pk=run.pk).update(ended_at=now, question=None, entry=None)
    AiredQuestion.objects.filter(run=run).update(off_air_at=now, outcome="answered")
    run.refresh_from_db()
    recording = open_replay(run)
    for at_s, text in enumerate(texts):
        ReplayChapter.objects.create(recording=recording, title=text, wall_at=now, at_s=at_s)
    recording = tick_all(recording)
    type(recording).objects.filter(pk=recording.pk).update(is_public=True, length_s=60)


def _strings(state: Any) -> set[str]:
    """Return every string of a state that was through JSON."""
    if isinstance(state, str):
        return {state}
    if isinstance(state, dict | list):
        values = state.values() if isinstance(state, dict) else state
        return set().union(*map(_strings, values))
    return set() if state is None or isinstance(state, bool | int | float) else {json.dumps(state)}
