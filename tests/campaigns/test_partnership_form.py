"""An editor writes the years of a partnership, with quantities as people say them."""

import pytest
from django.urls import reverse

from campaigns.models import Organisation, Partnership

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(client, admin, coop):
    client.force_login(admin)
    other = Organisation.objects.create(name="Épicerie du Pont")

    def save(**values):
        row = {"year": 2021, "sentence": "Un camion arrive.", "unit": "g", "ORDER": 1}
        rows = {f"events-0-{name}": value for name, value in {**row, **values}.items()}
        typed = {
            "sponsor": coop.pk,
            "beneficiary": other.pk,
            "since_year": 2019,
            "events-TOTAL_FORMS": 1,
            "events-INITIAL_FORMS": 0,
            **rows,
        }
        return client.post(reverse("partnerships:add"), typed)

    return save


def test_a_typed_quantity_is_kept_in_whole_grams(save):
    assert save(quantity="12,5 t", goods="légumes").status_code == 302
    event = Partnership.objects.get().events.get()
    assert (event.quantity, event.lacks_source) == (12_500_000, True)


def test_an_event_needs_no_quantity(save):
    assert save().status_code == 302
    event = Partnership.objects.get().events.get()
    assert (event.quantity, event.lacks_source) == (None, False)


@pytest.mark.parametrize("typed", ["beaucoup", "12 m", "0,0001 g"])
def test_what_is_no_quantity_is_said_beside_it(save, typed):
    answer = save(quantity=typed)
    assert answer.status_code == 200
    assert f'value="{typed}"' in answer.text
    assert not Partnership.objects.exists()
