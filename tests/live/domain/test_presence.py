"""Who is there, by name, while they are."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.presence import note_presence, present_names
from live.models import RunPresence

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_names_in_order_while_they_are_there(run, caller, make_user):
    for user in (caller, make_user("ana"), caller):
        note_presence(run, user)
    assert present_names(run) == ["ana", "sam"]
    gone = timezone.now() - timedelta(seconds=16)
    RunPresence.objects.filter(user=caller).update(seen_at=gone)
    assert present_names(run) == ["ana"]
