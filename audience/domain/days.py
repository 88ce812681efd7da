"""The day on which something happened, on the site's calendar."""

from datetime import UTC, date, datetime
from functools import lru_cache

from django.utils import timezone

_SECONDS_A_MINUTE = 60


def day_of(at: datetime) -> date:
    """Return the day of the instant `at` where the site is, nights of clock changes included."""
    return _day_of_minute(int(at.timestamp()) // _SECONDS_A_MINUTE)


@lru_cache(maxsize=4096)
def _day_of_minute(minute: int) -> date:
    # Days begin on whole minutes everywhere, so that a minute has one day.
    at = datetime.fromtimestamp(minute * _SECONDS_A_MINUTE, UTC)
    return timezone.localdate(at, timezone.get_default_timezone())
