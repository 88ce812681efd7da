"""Until when a link is good."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from campaigns.models import Organisation, SponsorReportLink
from campaigns.models.report_link import new_report_key


@pytest.mark.parametrize(
    ("days_left", "is_revoked", "is_open"), [(1, False, True), (-1, False, False), (1, True, False)]
)
def test_open(days_left, is_revoked, is_open):
    now = timezone.now()
    link = SponsorReportLink(
        expires_at=now + timedelta(days=days_left), revoked_at=now if is_revoked else None
    )
    assert link.is_open is is_open


def test_keys_fit_their_column_and_differ():
    keys = {new_report_key() for _ in range(100)}
    assert len(keys) == 100
    assert {len(key) for key in keys} == {22}


@pytest.mark.django_db
def test_no_key_twice(meter):
    values = {
        "meter": meter,
        "sponsor": Organisation.objects.create(name="Coop"),
        "expires_at": timezone.now(),
        "key": "a" * 22,
    }
    link = SponsorReportLink.objects.create(**values)
    assert str(link) == "Coop, Deux kilos"
    with pytest.raises(IntegrityError):
        SponsorReportLink.objects.create(**values)
