"""The public pages of live programmes, in each of their states, without any script."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.models import ShareCard
from live.enums import EntryState, SegmentKind
from live.models import AiredQuestion, Feed, Recording, ReplayChapter, Run, RunEntry
from media.edition import new_edition
from qa.enums import TextState
from qa.models import Question

pytestmark = pytest.mark.django_db


def ask(theme, text: str, **values) -> Question:
    return Question.objects.create(
        theme=theme, text=text, state=TextState.APPROVED, received_at=timezone.now(), **values
    )


def begin(page, **values) -> Run:
    return Run.objects.create(
        **{"programme": page, "started_at": timezone.now() - timedelta(minutes=10), **values}
    )


def state_in(text: str) -> str:
    return text.partition('data-state="')[2].partition('"')[0]


def test_announced(client, make_live, make_theme):
    theme = make_theme()
    ask(theme, "Pourquoi les radis ?")
    page = make_live(
        pitch="Quatre heures autour du monde.",
        themes=[theme],
        segments=[
            {"title": "Montréal", "place": "Montréal", "time_zone": "America/Montreal"},
            {"title": "Chez quelqu’un", "place": "Une cave", "hides_place": True},
        ],
    )
    answer = client.get(page.url)
    text = answer.text
    assert answer.status_code == 200
    assert state_in(text) == "announced"
    for shown in (
        "Quatre heures autour du monde.",
        "heure de Paris",
        "Montréal",
        "Pourquoi les radis ?",
    ):
        assert shown in text
    assert "Une cave" not in text
    assert f'action="/suivre/direct/{page.translation_key.hex}/"' in text
    assert f"/directs/{page.calendar_uid}.ics" in text
    assert "Set-Cookie" not in answer


def test_on_air(client, make_live, make_theme):
    theme = make_theme()
    page = make_live(themes=[theme])
    run = begin(page)
    now = RunEntry.objects.create(
        run=run, position=1, kind=SegmentKind.STUDIO, title="Le plateau", planned_s=3600,
        state=EntryState.ON_AIR, started_at=run.started_at,
    )  # fmt: skip
    RunEntry.objects.create(
        run=run, position=2, kind=SegmentKind.DUPLEX, title="Dakar", planned_s=600, place="Dakar"
    )
    question = ask(theme, "Et l’eau ?", name="Awa")
    AiredQuestion.objects.create(
        run=run, question=question, on_air_at=timezone.now() - timedelta(seconds=30)
    )
    Run.objects.filter(pk=run.pk).update(entry=now)
    text = client.get(page.url).text
    assert state_in(text) == "on_air"
    for shown in ("Le plateau", "Dakar", "Et l’eau ?", "Awa", f"/state/live/{run.key}.json"):
        assert shown in text


def test_a_rehearsal_shows_nowhere(client, make_live, live_index):
    page = make_live()
    run = begin(page, is_rehearsal=True)
    for url in (page.url, live_index.url, "/"):
        text = client.get(url).text
        assert run.key not in text
    assert state_in(client.get(page.url).text) == "announced"


def test_dropped(client, make_live, make_theme):
    page = make_live(themes=[make_theme()])
    feed = Feed.objects.create(programme=page, name="Plateau")
    begin(page, feed=feed)
    text = client.get(page.url).text
    assert state_in(text) == "interrupted"
    assert "/themes/argent/poser/" in text


def test_over_and_replay(client, make_live, make_theme):
    question = ask(make_theme(), "Et l’eau ?")
    past = timezone.now() - timedelta(days=2)
    page = make_live(starts_at=past)
    run = begin(page, started_at=past, ended_at=past + timedelta(hours=1))
    assert state_in(client.get(page.url).text) == "ended"
    recording = Recording.objects.create(run=run, is_public=True, length_s=5000)
    airing = AiredQuestion.objects.create(
        run=run, question=question, on_air_at=past, off_air_at=past
    )
    ReplayChapter.objects.create(recording=recording, title="Dakar", wall_at=past, at_s=61)
    ReplayChapter.objects.create(
        recording=recording, title="Et l’eau ?", wall_at=past, at_s=4327, airing=airing
    )
    make_live("Le prochain")
    text = client.get(page.url).text
    assert state_in(text) == "replay"
    for shown in (
        "?t=61",
        "1:01",
        "?t=4327",
        "1:12:07",
        "Le prochain",
        question.get_absolute_url(),
    ):
        assert shown in text
    Question.objects.filter(pk=question.pk).update(state=TextState.REMOVED)
    assert "Et l’eau ?" not in client.get(f"{page.url}?page=2").text


def test_each_state_can_be_shared(client, make_live):
    page = make_live()
    ShareCard.objects.create(kind="live", key=str(page.pk), digest="a" * 20)
    new_edition()
    past = timezone.now() - timedelta(days=2)
    for values in ({}, {"ended_at": past + timedelta(hours=1)}):
        run = begin(page, **values) if values else None
        text = client.get(f"{page.url}?state={bool(run)}").text
        assert f'action="/partager/live/{page.pk}/"' in text
        assert re.search(r'href="https://wa\.me/[^"]*par%3D[0-9A-Z]{10}"', text)
        assert (
            f'<meta property="og:image" content="http://testserver/cartes/{"a" * 20}.png">' in text
        )


def test_the_list(client, make_live, live_index):
    empty = client.get(live_index.url)
    assert empty.status_code == 200
    make_live("Le premier")
    make_live("Le second", starts_at=timezone.now() + timedelta(days=30))
    make_live("L’ancien", starts_at=timezone.now() - timedelta(days=30))
    make_live("Le brouillon", live=False)
    text = client.get(live_index.url).text
    assert text.index("Le premier") < text.index("Le second") < text.index("L’ancien")
    assert "Le brouillon" not in text
