"""Who stands behind a campaign."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from campaigns.models import Organisation

pytestmark = pytest.mark.django_db


def test_names_are_unique_and_sorted():
    for name in ("Emmaüs", "Biocoop"):
        Organisation.objects.create(name=name)
    assert [str(found) for found in Organisation.objects.all()] == ["Biocoop", "Emmaüs"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name="Biocoop")


def test_a_sponsor_cannot_vanish_from_its_campaign(make_campaign):
    sponsor = Organisation.objects.create(name="Biocoop")
    make_campaign(sponsor=sponsor)
    with pytest.raises(ProtectedError):
        sponsor.delete()
