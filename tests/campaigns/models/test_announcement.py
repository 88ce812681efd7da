"""A piece of news has one row."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.models import Announcement

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_an_event_is_announced_once(make_pledge):
    known = {"pledge": make_pledge(), "quantity": 1, "happened_at": timezone.now()}
    first = Announcement.objects.create(event="late", **known)
    Announcement.objects.create(event="delivered", mark="1", **known)
    Announcement.objects.create(event="delivered", mark="2", **known)
    with pytest.raises(IntegrityError), transaction.atomic():
        Announcement.objects.create(event="late", **known)
    assert "Coop La Fourche" in str(first)
