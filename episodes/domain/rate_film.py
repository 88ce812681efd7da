"""Rate a film, change one's mind, or take the rating back: one for each person and film."""

from uuid import UUID

from django.utils import timezone

from audience.domain.network_budget import spend
from episodes.models import Rating
from episodes.models.rating import HIGHEST, LOWEST
from episodes.refusals import RatingUnclear, TooManyRatings

# A whole class rates behind one address; whoever throws cookies away rates from one, too.
MOST_PER_NETWORK = 60


def rate_film(film: UUID, person: str, typed: str, network_address: str) -> None:
    """Set what `person` thinks of `film`; the same once more changes nothing.

    Raises RatingUnclear or TooManyRatings.
    """
    if not typed.isascii() or not typed.isdecimal() or not LOWEST <= int(typed[:3]) <= HIGHEST:
        raise RatingUnclear
    if not spend("ratings", network_address, MOST_PER_NETWORK):
        raise TooManyRatings
    values = {"value": int(typed), "changed_at": timezone.now()}
    Rating.objects.update_or_create(film=film, person=person, defaults=values)


def take_rating_back(film: UUID, person: str) -> None:
    """Forget what `person` thinks of `film`."""
    Rating.objects.filter(film=film, person=person).delete()


def rating_by(film: UUID, person: str) -> int | None:
    """Return what `person` thinks of `film`, or None."""
    return Rating.objects.filter(film=film, person=person).values_list("value", flat=True).first()
