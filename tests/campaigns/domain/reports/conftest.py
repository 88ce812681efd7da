"""Totals of days, written as counting would have."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from audience.models import DailyShares, DailySource, DailyTotal, FilmPlays, FilmWatched
from tests.audience.sharing import code_of


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def total(meter, today) -> Callable[..., DailyTotal]:
    """Say how many acts there were: `total(12, days_ago=3, kind="view")`."""

    def total(count: int, *, days_ago: int = 1, **values: object) -> DailyTotal:
        known: dict = {"meter": meter, "kind": "click", "host": "", "verdict": "counted"}
        day = today - timedelta(days=days_ago)
        return DailyTotal.objects.create(**{**known, "day": day, "count": count, **values})

    return total


@pytest.fixture
def watched(today) -> Callable[..., None]:
    """Let a film be played: `watched(video, 20, seconds={0: 40.0})`."""

    def watched(
        video: object, plays: int, *, days_ago: int = 1, seconds: dict[int, float] | None = None
    ) -> None:
        day, film = today - timedelta(days=days_ago), video.public_id
        FilmPlays.objects.create(film=film, day=day, plays=plays)
        for bucket, watched_s in (seconds or {}).items():
            FilmWatched.objects.create(film=film, day=day, bucket=bucket, seconds=watched_s)

    return watched


@pytest.fixture
def came(meter, today) -> Callable[..., None]:
    """Say how people came: `came(12, "channel", "mastodon", kind="view")`."""

    def came(count: int, origin: str, name: str, *, days_ago: int = 1, **values: object) -> None:
        day = today - timedelta(days=days_ago)
        known: dict = {"meter": meter, "kind": "click", "origin": origin, "name": name}
        DailySource.objects.create(**{**known, "day": day, "count": count, **values})

    return came


@pytest.fixture
def shared(today) -> Callable[..., None]:
    """Say how often a page of a campaign was shared: `shared(12, meter, channel="x")`."""

    def shared(count: int, meter: object, *, days_ago: int = 1, **values: object) -> None:
        day = today - timedelta(days=days_ago)
        DailyShares.objects.create(code=code_of(meter, **values), day=day, count=count)

    return shared
