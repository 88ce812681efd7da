"""Builders of live programmes and their runs, with somebody who runs them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from live.domain.start_run import start_run
from live.models import Feed, LiveIndexPage, LiveProgrammePage, Run, Segment
from qa.domain.fold import fold
from qa.enums import TextState
from qa.models import Question

SHOWCALLER = ("live.operate_run", "qa.present_question")


@pytest.fixture
def make_show(house) -> Callable[..., LiveProgrammePage]:
    """Publish a live programme; `lines` are its rundown as (title, planned seconds, values)."""
    index: list[LiveIndexPage] = []

    def make(
        title: str = "Le tour du monde",
        *,
        lines: tuple[tuple[str, int, dict[str, Any]], ...] = (
            ("Accueil", 60, {}),
            ("Dakar", 120, {"kind": "duplex", "place": "Dakar", "country": "Sénégal"}),
            ("Questions", 180, {"kind": "questions"}),
        ),
        live: bool = True,
        themes: tuple[Any, ...] = (),
        **values: Any,
    ) -> LiveProgrammePage:
        if not index:
            index.append(
                house.home.add_child(instance=LiveIndexPage(title="Direct", slug="direct"))
            )
        page = LiveProgrammePage(
            title=title,
            slug=f"direct-{index[0].numchild + 1}",
            live=live,
            **{"starts_at": timezone.now() - timedelta(seconds=5), **values},
        )
        page.themes.set(themes)
        page.segments.set(
            [
                Segment(title=name, planned_s=planned_s, sort_order=place, **more)
                for place, (name, planned_s, more) in enumerate(lines)
            ]
        )
        index[0].add_child(instance=page)
        if live:
            page.save_revision().publish()
        return LiveProgrammePage.objects.get(pk=page.pk)

    return make


@pytest.fixture
def caller(make_user) -> Any:
    """The showcaller: operates, and may put questions on air."""
    return make_user("sam", *SHOWCALLER)


@pytest.fixture
def debate(make_theme) -> Any:
    return make_theme("Argent")


@pytest.fixture
def programme_on_debate(make_show, debate) -> LiveProgrammePage:
    """A programme on one theme."""
    return make_show(themes=(debate,))


@pytest.fixture
def run(programme_on_debate, caller) -> Run:
    """The programme, started for real, with nothing on air yet."""
    return start_run(programme_on_debate, caller, is_rehearsal=False)


@pytest.fixture
def make_asked(debate) -> Callable[..., Question]:
    """Make a question on the programme's theme that is shown to all."""

    def make(text: str = "Qui a mangé la courge ?", **values: Any) -> Question:
        defaults = {"theme": debate, "state": TextState.APPROVED}
        return Question.objects.create(text=text, fold=fold(text), **{**defaults, **values})

    return make


@pytest.fixture
def make_feed(programme_on_debate) -> Callable[..., Feed]:
    def make(name: str = "Dakar", role: str = "duplex", **values: Any) -> Feed:
        return Feed.objects.create(
            **{"programme": programme_on_debate, "name": name, "role": role, **values}
        )

    return make
