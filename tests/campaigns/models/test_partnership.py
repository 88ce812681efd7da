"""Partnerships are between two, and their years make sense."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from campaigns.models import Organisation, Partnership, PartnershipEvent


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "field"), [({"until_year": 2010}, "until_year"), ({"same": True}, "beneficiary")]
)
def test_what_cannot_be(coop, values, field):
    other = coop if values.pop("same", False) else Organisation.objects.create(name="Autre")
    partnership = Partnership(sponsor=coop, beneficiary=other, since_year=2019, **values)
    with pytest.raises(ValidationError) as found:
        partnership.full_clean()
    assert field in found.value.message_dict


def test_an_exact_day_is_in_its_year():
    event = PartnershipEvent(year=2020, happened_on=date(2021, 1, 1), sentence="a")
    with pytest.raises(ValidationError):
        event.clean()


@pytest.mark.parametrize(
    ("values", "lacks"),
    [
        ({"quantity": 1}, True),
        ({"quantity": 0}, True),
        ({}, False),
        ({"quantity": 1, "source_url": "https://a.example/"}, False),
    ],
)
def test_a_quantity_needs_a_source(values, lacks):
    assert PartnershipEvent(year=2020, sentence="a", **values).lacks_source == lacks
