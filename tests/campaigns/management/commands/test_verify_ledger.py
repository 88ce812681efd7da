"""`manage.py verify_ledger` names what is wrong, or the head."""

import io

import pytest
from django.core.management import CommandError, call_command

from campaigns.models import LedgerBatch, LedgerEntry

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_sound_ledger(three_batches):
    out = io.StringIO()
    call_command("verify_ledger", stdout=out)
    assert "6 entries in 3 batches are as they were sealed." in out.getvalue()
    assert LedgerBatch.objects.get(number=3).hash in out.getvalue()


def test_an_altered_entry_is_named(three_batches):
    entry = LedgerEntry.objects.get(batch__number=3)
    LedgerEntry.objects.filter(pk=entry.pk).update(quantity=1)
    out = io.StringIO()
    with pytest.raises(CommandError, match=f"Entry {entry.pk} of batch 3") as error:
        call_command("verify_ledger", stdout=out)
    assert error.value.returncode == 1
    assert "5 entries in 2 batches" in out.getvalue()
