"""Who never pressed the link is forgotten after a week."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ambassadors.domain.forget_unproved import forget_unproved
from ambassadors.models import Ambassador

pytestmark = pytest.mark.django_db


def test_after_a_week(make_ambassador):
    old = timezone.now() - timedelta(days=8)
    stays = make_ambassador(received_at=old)
    make_ambassador("Draft", joined_at=None, received_at=old)
    young = make_ambassador("Young", joined_at=None)
    assert forget_unproved() == 1
    assert set(Ambassador.objects.all()) == {stays, young}
