"""A link is good for a day, until it is used."""

import pytest
from django.utils import timezone

from fundraising.models import SignIn
from fundraising.models.sign_in import LINK_LASTS


@pytest.mark.django_db
def test_good_for_a_day_and_once(make_supporter):
    link = SignIn.objects.create(supporter=make_supporter())
    assert link.is_good
    assert "zoe" not in str(link)
    link.used_at = timezone.now()
    assert not link.is_good
    link.used_at, link.made_at = None, timezone.now() - LINK_LASTS * 1.01
    assert not link.is_good
