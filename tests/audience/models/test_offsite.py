"""The rows of acts elsewhere."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from audience.models import Partner, PartnerKey, Sale
from audience.models.offsite import new_key_id
from tests.audience.offsite import make_batch

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_origins_are_told_apart_from_hosts(meter):
    batch, _ = make_batch(meter)
    partner = Partner.objects.create(meter=meter, name="Coop")
    assert batch.origin == f"code:{batch.pk}"
    assert partner.origin == f"sale:{partner.pk}"
    assert (str(batch), str(partner)) == ("Café 250 g", "Coop")


def test_a_reference_is_used_once_by_each_partner(meter):
    for name in ("Coop", "Bio"):
        partner = Partner.objects.create(meter=meter, name=name)
        key = PartnerKey.objects.create(partner=partner)
        now = timezone.now()
        values = {"partner": partner, "key": key, "acts": 1, "sold_at": now, "received_at": now}
        assert str(Sale.objects.create(reference="T1", **values)) == f"{partner.pk} T1"
        with pytest.raises(IntegrityError), transaction.atomic():
            Sale.objects.create(reference="T1", **values)


def test_keys_have_names_of_their_own():
    assert new_key_id() != new_key_id()
    assert len(new_key_id()) == 19
    assert str(PartnerKey(key_id="pk_1")) == "pk_1"
