"""The mean rating of a film, with the number of people behind it: none under five."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from django.db.models import Count, Sum

from episodes.models import Rating

FEWEST = 5
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Rated:
    """`mean` has one decimal, and is None while fewer than FEWEST people have rated."""

    count: int
    mean: Decimal | None

    @property
    def missing(self) -> int:
        """How many ratings are missing until the mean is shown."""
        return max(FEWEST - self.count, 0)


def show_rating(film: UUID) -> Rated:
    """Return how `film` is rated, by everybody who rated it in any language."""
    found = Rating.objects.filter(film=film).aggregate(count=Count("pk"), sum=Sum("value"))
    if found["count"] < FEWEST:
        return Rated(found["count"], None)
    mean = Decimal(found["sum"]) / found["count"]
    return Rated(found["count"], mean.quantize(_TENTH, ROUND_HALF_UP))
