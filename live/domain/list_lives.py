"""Lists of live programmes, each in a fixed number of queries whatever its length."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from wagtail.models import Locale

from live.models import LiveProgrammePage, Run
from media.readable import readable

MOST_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Listed:
    """A programme in a list."""

    page: LiveProgrammePage
    is_on_air: bool
    is_replay: bool
    is_over: bool
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Lives:
    """All that a list shows. `first`: on air, else the next one; the others in their order."""

    first: Listed | None
    to_come: list[Listed]
    over: list[Listed]


def lives_in(locale: Locale | int, now: datetime | None = None) -> Lives:
    """Return the public live programmes of a language; of those that are over, the latest first."""
    now = now or timezone.now()
    pages = readable(LiveProgrammePage.objects.for_list()).filter(locale=locale)
    shown = listed(pages.order_by("-starts_at", "pk")[:MOST_SHOWN], now)
    waiting = [one for one in shown if not one.is_over]
    waiting.sort(key=lambda one: (not one.is_on_air, one.page.starts_at))
    over = [one for one in shown if one.is_over]
    return Lives(waiting[0] if waiting else None, waiting[1:], over)


def newest_lives(locale: Locale) -> list[LiveProgrammePage]:
    """Return the public programmes of a language that were announced last, the newest first."""
    pages = readable(LiveProgrammePage.objects.filter(locale=locale))
    return list(pages.order_by("-first_published_at", "-pk")[:MOST_SHOWN])


def listed(pages: Iterable[LiveProgrammePage], now: datetime | None = None) -> list[Listed]:
    """Return `pages`, which are `with_film_lengths`, and how each stands at `now`.

    One query more, however many there are.
    """
    now, found = now or timezone.now(), list(pages)
    keys = [page.translation_key for page in found]
    on_air, replays, ended = _runs_of(keys) if keys else (set(), set(), {})
    seen = []
    for page in found:
        key = page.translation_key
        if page.film_length_s:
            seen.append(_listed_premiere(page, now))
            continue
        has_run = key in ended and page.starts_at <= ended[key]
        is_past = now >= page.starts_at + timedelta(minutes=page.planned_minutes)
        is_over = key not in on_air and (has_run or is_past)
        seen.append(Listed(page, key in on_air, is_over and key in replays, is_over, now))
    return seen


def _listed_premiere(page: LiveProgrammePage, now: datetime) -> Listed:
    """Return a programme whose film begins and ends by itself."""
    is_over = now >= page.starts_at + timedelta(seconds=page.film_length_s)
    is_on_air = page.starts_at <= now and not is_over
    return Listed(page, is_on_air, is_replay=is_over, is_over=is_over, seen_at=now)


def _runs_of(keys: list[UUID]) -> tuple[set[UUID], set[UUID], dict[UUID, datetime]]:
    """Return which programmes are on air, which can be watched again, when their last run ended."""
    runs = Run.objects.filter(programme__translation_key__in=keys, is_rehearsal=False)
    on_air: set[UUID] = set()
    replays: set[UUID] = set()
    ended: dict[UUID, datetime] = {}
    rows = runs.order_by("ended_at").values_list(
        "programme__translation_key", "ended_at", "recording__is_public"
    )
    for key, ended_at, is_public in rows:
        if ended_at is None:
            on_air.add(key)
            continue
        ended[key] = ended_at
        (replays.add if is_public else replays.discard)(key)
    return on_air, replays, ended
