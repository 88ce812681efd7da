"""Lines of the ledger as they are stored."""

import pytest
from django.db.models import ProtectedError
from django.utils import timezone

from campaigns.models import LedgerBatch, LedgerEntry

pytestmark = pytest.mark.django_db


def test_what_has_lines_stays(make_pledge):
    pledge = make_pledge()
    values = {"pledge": pledge, "unit": "g", "recorded_at": timezone.now()}
    entry = LedgerEntry.objects.create(kind="delivered", quantity=5, **values)
    LedgerEntry.objects.create(
        kind="reversed", reverses="delivered", quantity=2, corrects=entry, **values
    )
    for kept in (pledge, entry):
        with pytest.raises(ProtectedError):
            kept.delete()
    assert [one.quantity for one in entry.corrections.all()] == [2]


def test_a_batch_names_itself():
    batch = LedgerBatch(number=3, hash="a" * 64)
    assert str(batch) == "3 aaaaaaaaaaaa"
