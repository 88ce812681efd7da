"""A notice says what it is about in a line, and its form makes one row."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from qa.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_form_sent_twice_makes_one_notice():
    values = {"key": "k", "kind": "comment", "subject_id": 1, "words": "Vilain navet."}
    notice = Notice.objects.create(ground="hateful", **values)
    assert str(notice).endswith(" Vilain navet.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(ground="spam", **values)


def test_open_are_new_ones_and_objections():
    now = timezone.now()
    values = {"kind": "comment", "subject_id": 1, "words": "Vilain navet.", "ground": "spam"}
    decided = {"state": "dismissed", "decided_at": now, "filed_at": now - timedelta(days=2)}
    new = Notice.objects.create(**values)
    Notice.objects.create(**values, **decided)
    objected = Notice.objects.create(**values, **decided, redress_at=now)
    Notice.objects.create(**values, **decided, redress_at=now, redress_ended_at=now)
    assert set(Notice.objects.open()) == {new, objected}
    assert (objected.waits_since, new.waits_since) == (now, new.filed_at)
    assert [one.is_open for one in (new, objected)] == [True, True]
    assert (new.is_waiting, objected.is_waiting, objected.is_objected) == (True, False, True)
