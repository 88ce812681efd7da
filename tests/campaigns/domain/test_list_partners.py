"""Partners as a list: their sums per unit, and since when."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from campaigns.domain.list_partners import Kept, list_partners
from campaigns.models import Organisation, Partnership

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def bridge(coop, make_pledge):
    """The coop promises the grocery 1 kg twice (delivered: 300 g), 8 tins and 5 toys."""
    make_pledge(cap=1_000, delivered=300, unlocked=500)
    make_pledge(cap=1_000, starts_at=datetime(2024, 12, 31, 23, 30, tzinfo=UTC))
    make_pledge(cap=8, unit="item", goods="boîtes", goods_en="tins")
    make_pledge(cap=5, unit="item", goods="jouets")
    make_pledge(cap=9_999, state="amended")
    make_pledge(cap=9_999, state="draft")
    return Organisation.objects.get(name="Épicerie du Pont")


def test_sums_of_those_who_give_and_receive(coop, bridge):
    giver, taker = list_partners([coop, bridge])
    sums = (Kept("g", "", 2_000, 300), Kept("item", "boîtes", 8, 0), Kept("item", "jouets", 5, 0))
    assert (giver.organisation, giver.gives, giver.receives) == (coop, sums, ())
    assert (taker.organisation, taker.gives, taker.receives) == (bridge, (), sums)
    # In the night of New Year's Eve it was 2025 here already.
    assert (giver.since_year, taker.since_year) == (2025, 2025)


def test_a_number_has_its_unit(coop, bridge):
    with override("en"):
        (giver,) = list_partners([coop])
        assert [one.promised_label for one in giver.gives] == ["2\xa0kg", "5 jouets", "8 tins"]
        assert [one.delivered_label for one in giver.gives] == ["300\xa0g", "0", "0"]


def test_a_partnership_is_older_than_its_promises(coop, bridge):
    Partnership.objects.create(sponsor=coop, beneficiary=bridge, since_year=2011)
    other = Organisation.objects.create(name="Antenne")
    Partnership.objects.create(sponsor=bridge, beneficiary=other, since_year=1998)
    found = list_partners([coop, bridge, other])
    assert [one.since_year for one in found] == [2011, 1998, 1998]
    assert found[2].gives == found[2].receives == ()


def test_one_that_nothing_is_known_of(coop):
    (found,) = list_partners([coop])
    assert (found.since_year, found.gives, found.receives) == (None, (), ())
    assert list_partners([]) == []


def test_two_queries_for_however_many(coop, bridge, django_assert_num_queries):
    for found in ([coop], [coop, bridge]):
        with django_assert_num_queries(2):
            list_partners(found)
