"""An organisation that stands behind a campaign cannot vanish under it."""

import pytest
from django.db.models import ProtectedError

from campaigns.models import Organisation

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_sponsor_stays_while_a_campaign_names_it(make_campaign):
    sponsor = Organisation.objects.create(name="Coop La Fourche")
    make_campaign(sponsor=sponsor)
    assert str(sponsor) == "Coop La Fourche"
    with pytest.raises(ProtectedError):
        sponsor.delete()
