"""Claims with what is published against them."""

import pytest

from campaigns.domain.show_claims import claims_of
from campaigns.models import Organisation

pytestmark = pytest.mark.django_db


def test_only_published_contestations_show(coop, make_claim, make_contestation):
    claim = make_claim()
    shown = make_contestation(claim=claim, state="published")
    make_contestation(claim=claim)
    make_contestation(claim=claim, state="rejected")
    (found,) = claims_of([coop, None])
    assert found.published_contestations == [shown]
    assert claims_of([None]) == claims_of([Organisation.objects.create(name="Autre")]) == []
