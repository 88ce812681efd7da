"""One hash stands for all that was sealed."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.domain.ledger.head import DAYS_IN_FEED, daily_heads, head_mark, head_of_ledger
from campaigns.domain.ledger.lines import NO_HASH, utc_text
from campaigns.models import LedgerBatch

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_before_the_first_batch(db):
    head = head_of_ledger()
    assert (head.batch, head.hash, head.entries) == (0, NO_HASH, 0)
    assert head_mark() == (NO_HASH, None)
    assert json.loads(head.document())["sealed_at"] is None
    assert daily_heads() == []


def test_the_head_is_the_last_batch(three_batches):
    last = LedgerBatch.objects.get(number=3)
    head = head_of_ledger()
    assert (head.batch, head.hash, head.entries) == (3, last.hash, 6)
    assert head_mark() == (last.hash, last.sealed_at)
    assert json.loads(head.document()) == {
        "batch": 3,
        "entries": 6,
        "hash": last.hash,
        "sealed_at": utc_text(last.sealed_at),
    }


def test_one_head_for_each_of_the_last_days(three_batches):
    now = timezone.now()
    for number, days in ((1, DAYS_IN_FEED + 1), (2, 1), (3, 0)):
        LedgerBatch.objects.filter(number=number).update(sealed_at=now - timedelta(days=days))
    found = daily_heads()
    assert [daily.batch.number for daily in found] == [3, 2]
    assert found[0].day - found[1].day == timedelta(days=1)
