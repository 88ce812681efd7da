"""One rating a person and film, from 1 to 5: the tables refuse all else."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from episodes.models import Rating

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
FILM = uuid4()


@pytest.mark.parametrize("value", [0, 6])
def test_from_one_to_five(value):
    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(film=FILM, person="a", value=value)


def test_one_a_person():
    Rating.objects.create(film=FILM, person="a", value=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(film=FILM, person="a", value=4)
    Rating.objects.create(film=uuid4(), person="a", value=4)
    assert str(Rating.objects.get(film=FILM)) == f"{FILM}: 3"
