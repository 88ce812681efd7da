"""A run is recorded once, and an instant belongs to one span."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from live.models import MediaSpan, Recording

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_one_recording_a_run(run):
    Recording.objects.create(run=run)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recording.objects.create(run=run)


def test_one_span_begins_at_an_instant(run):
    begun = timezone.now()
    values = {
        "recording": Recording.objects.create(run=run),
        "wall_from": begun,
        "wall_to": begun + timedelta(seconds=9),
        "replay_from_s": 0,
    }
    MediaSpan.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        MediaSpan.objects.create(**values)
