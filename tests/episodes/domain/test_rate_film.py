"""A rating is set, not added: the last one of a person counts."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection

from episodes.domain import rate_film as module
from episodes.domain.rate_film import rate_film, rating_by, take_rating_back
from episodes.models import Rating
from episodes.refusals import RatingUnclear, TooManyRatings

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
FILM, ADDRESS = uuid4(), "192.0.2.7"


def test_the_last_one_counts_until_it_is_taken_back():
    for typed in ("2", "2", "5"):
        rate_film(FILM, "zoe", typed, ADDRESS)
    rate_film(FILM, "max", "1", ADDRESS)
    assert (rating_by(FILM, "zoe"), rating_by(FILM, "max"), rating_by(uuid4(), "zoe")) == (
        5,
        1,
        None,
    )
    take_rating_back(FILM, "zoe")
    take_rating_back(FILM, "zoe")
    assert rating_by(FILM, "zoe") is None
    assert Rating.objects.count() == 1


@pytest.mark.parametrize(
    "typed", ["", "0", "6", "-1", "4.5", "٣", "5 ", "drop table", "99999999999999"]
)
def test_what_is_no_number_from_one_to_five(typed):
    with pytest.raises(RatingUnclear):
        rate_film(FILM, "zoe", typed, ADDRESS)
    assert not Rating.objects.exists()


def test_one_network_has_a_budget(monkeypatch):
    monkeypatch.setattr(module, "MOST_PER_NETWORK", 2)
    for person in ("a", "b"):
        rate_film(FILM, person, "5", ADDRESS)
    with pytest.raises(TooManyRatings):
        rate_film(FILM, "c", "5", ADDRESS)
    rate_film(FILM, "c", "5", "198.51.100.7")


@pytest.mark.django_db(transaction=True)
def test_pressed_by_one_person_in_many_windows_at_once():
    start = Barrier(8)

    def press(typed: str) -> None:
        start.wait()
        try:
            rate_film(FILM, "zoe", typed, ADDRESS)
        finally:
            connection.close()

    threads = [Thread(target=press, args=(str(1 + number % 5),)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Rating.objects.filter(film=FILM).count() == 1
