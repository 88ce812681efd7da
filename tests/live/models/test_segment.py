"""Parts of a rundown: found by their key, in their order, of a length that can be."""

import pytest
from django.core.exceptions import ValidationError

from live.models import Segment
from live.models.segment import LONGEST_S
from tests.live.replays import make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(house):
    return make_live(house.home)


def test_in_their_order_each_with_a_key(programme):
    for title in ("Accueil", "Nairobi"):
        programme.segments.add(Segment(title=title))
    programme.save_revision().publish()
    found = list(Segment.objects.filter(page=programme))
    assert [str(segment) for segment in found] == ["Accueil", "Nairobi"]
    assert len({segment.key for segment in found}) == 2


@pytest.mark.parametrize("planned_s", [0, LONGEST_S + 1])
def test_lengths_that_cannot_be(programme, planned_s):
    with pytest.raises(ValidationError) as refused:
        Segment(page=programme, title="Accueil", planned_s=planned_s).full_clean()
    assert list(refused.value.message_dict) == ["planned_s"]


def test_a_time_zone_that_is_none(programme):
    with pytest.raises(ValidationError) as refused:
        Segment(page=programme, title="Accueil", time_zone="Nairobi").full_clean()
    assert list(refused.value.message_dict) == ["time_zone"]
