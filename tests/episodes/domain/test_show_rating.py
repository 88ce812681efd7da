"""The mean with its number of people; none under five."""

from decimal import Decimal
from uuid import uuid4

import pytest

from episodes.domain.show_rating import Rated, show_rating
from episodes.models import Rating

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
FILM = uuid4()


def give(*values: int) -> None:
    first = Rating.objects.count()
    for number, value in enumerate(values, first):
        Rating.objects.create(film=FILM, person=f"p{number}", value=value)


def test_under_five_there_is_no_mean():
    assert show_rating(FILM) == Rated(0, None)
    give(5, 5, 5, 5)
    assert show_rating(FILM) == Rated(4, None)
    assert show_rating(FILM).missing == 1


@pytest.mark.parametrize(
    ("values", "mean"),
    [
        ((1, 2, 3, 4, 5), "3.0"),
        ((5, 5, 5, 5, 4, 4, 5, 4), "4.6"),
        ((1, 1, 1, 1, 1, 1, 1, 3), "1.3"),
    ],
)
def test_the_mean_is_rounded_to_a_tenth_half_up(values, mean):
    give(*values)
    Rating.objects.create(film=uuid4(), person="p0", value=1)
    assert show_rating(FILM) == Rated(len(values), Decimal(mean))
    assert show_rating(FILM).missing == 0
