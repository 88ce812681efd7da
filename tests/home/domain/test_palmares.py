"""Boards: fair ranks, public things only, this week and of all time."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from audience.domain.count_acts import Offer, count_acts
from audience.models import FilmWatched
from campaigns.models import EmbedHost
from home.domain.palmares import Row, palmares, ranked
from qa.enums import TextState
from qa.models import Question, Vote

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
TODAY = timezone.localdate()
LONG_AGO = timedelta(days=20)


def board(kind: str):
    return next(one for one in palmares() if one.kind == kind)


def shown(rows) -> list[tuple[int, str, int]]:
    return [(row.rank, row.name, row.count) for row in rows]


def test_ranks():
    found = [("b", "/b", 2), ("c", "/c", 5), ("A", "/a", 2), ("d", "/d", 1), ("none", "/n", 0)]
    assert ranked(found) == [
        Row(1, "c", "/c", 5), Row(2, "A", "/a", 2), Row(2, "b", "/b", 2), Row(4, "d", "/d", 1)
    ]  # fmt: skip
    assert len(ranked((str(number), "", number) for number in range(40))) == 10


def test_films(make_episode, make_film):
    film = make_film()
    page = make_episode("Le poireau", video=film)
    make_episode("Draft", video=make_film("other"), live=False)
    for day, seconds in ((TODAY, 2.5), (TODAY - LONG_AGO, 1.0)):
        FilmWatched.objects.create(
            film=film.public_id, day=day, bucket=0, seconds=seconds * film.duration
        )
    found = board("films")
    assert shown(found.week) == [(1, "Le poireau", 2)]
    assert shown(found.ever) == [(1, "Le poireau", 3)]
    assert found.ever[0].address == page.url
    page.unpublish()
    assert board("films").ever == []


def test_questions(make_theme, house):
    theme = make_theme()
    old = Question.objects.create(theme=theme, text="Old?", state=TextState.APPROVED, total=3)
    new = Question.objects.create(theme=theme, text="New?", state=TextState.APPROVED, total=1)
    Question.objects.create(theme=theme, text="Secret?", state=TextState.PENDING, total=9)
    now = timezone.now()
    for number, (one, when, aside) in enumerate(
        [(old, now - LONG_AGO, False), (new, now, False), (old, now, True)]
    ):
        Vote.objects.create(
            question=one, voter=str(number), value=1, cast_at=when, voter_since=when,
            is_excluded=aside,
        )  # fmt: skip
    found = board("questions")
    assert shown(found.week) == [(1, "New?", 1)]
    assert shown(found.ever) == [(1, "Old?", 3), (2, "New?", 1)]


def test_hosts(make_campaign):
    meter = make_campaign().meter
    host = EmbedHost.objects.create(name="Le blog", address="https://blog.example/")
    shy = EmbedHost.objects.create(name="Shy", address="https://shy.example/")
    for number in range(5):
        count_acts(
            [
                Offer(
                    meter_key=meter.key, kind="click", received_at=timezone.now(),
                    nonce=f"h{number}", person=f"h{number}", network=f"h{number}",
                    host=host.key if number < 3 else shy.key,
                )
            ]
        )  # fmt: skip
    assert shown(board("hosts").ever) == [(1, "Le blog", 3)]
    EmbedHost.objects.update(is_open=False)
    cache.clear()
    assert board("hosts").ever == []


def test_ambassadors(monkeypatch, house):
    from home.domain import palmares as module

    one = type("One", (), {"alias": "Zoé", "people": 2})
    monkeypatch.setattr(module, "standings", lambda since: [one])
    assert shown(board("ambassadors").week) == [(1, "Zoé", 2)]


def test_kept(house, django_assert_num_queries):
    palmares()
    with django_assert_num_queries(0):
        palmares()
