"""Three days later, nobody knows who acted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain import forget_people as module
from audience.domain.count_acts import count_acts
from audience.domain.forget_people import forget_people
from audience.models import Act, DailyKey

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_old_acts_lose_their_person(offer, monkeypatch):
    monkeypatch.setattr(module, "ROWS_AT_ONCE", 2)
    old = timezone.now() - timedelta(hours=73)
    count_acts([offer(received_at=old) for _ in range(5)] + [offer(person="zoe")])
    assert forget_people() == 5
    assert list(Act.objects.exclude(person=None).values_list("person", flat=True)) == ["zoe"]
    assert Act.objects.filter(network="").count() == 5
    assert forget_people() == 0


def test_what_waits_keeps_it(offer, settings):
    settings.ACTS_PER_NETWORK = 0
    count_acts([offer(received_at=timezone.now() - timedelta(hours=73))])
    assert forget_people() == 0
    assert Act.objects.get().person


def test_the_keys_of_past_days_are_destroyed(db):
    today = timezone.localdate()
    for days in range(4):
        DailyKey.objects.create(day=today - timedelta(days=days))
    forget_people()
    assert DailyKey.objects.count() == 2
