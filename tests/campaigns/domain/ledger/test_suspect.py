"""What cannot be told for sure is not guessed."""

import pytest

from campaigns.domain.ledger.lines import BatchRow, EntryRow
from campaigns.domain.ledger.suspect import altered, missing, surplus
from campaigns.models import LedgerBatch, LedgerEntry

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def batch_and_entries(number: int) -> tuple[BatchRow, list[EntryRow]]:
    batch = LedgerBatch.objects.filter(number=number).values_list(*BatchRow._fields).get()
    rows = LedgerEntry.objects.filter(batch__number=number).order_by("pk")
    return BatchRow(*batch), [EntryRow(*row) for row in rows.values_list(*EntryRow._fields)]


def test_several_missing_entries_are_named_by_their_numbers(three_batches):
    gone = list(LedgerEntry.objects.filter(batch__number=2).order_by("pk")[:2])
    LedgerEntry.objects.filter(pk__in=[one.pk for one in gone]).delete()
    entry, sentence = missing(*batch_and_entries(2))
    assert entry == gone[0].pk
    assert sentence.endswith(f"entry {gone[0].pk}, {gone[1].pk}.")


def test_missing_entries_among_unused_numbers_are_not_guessed(three_batches):
    LedgerEntry.objects.filter(batch__number__in=(1, 2)).delete()
    entry, sentence = missing(*batch_and_entries(2))
    assert entry is None
    assert "3 entries. Left: none" in sentence


def test_several_entries_too_many(three_batches):
    LedgerEntry.objects.filter(batch__number=3).update(batch=LedgerBatch.objects.get(number=1))
    LedgerEntry.objects.filter(batch__number=2).update(batch=LedgerBatch.objects.get(number=1))
    assert surplus(*batch_and_entries(1)) == (None, "Batch 1 holds 4 entries too many.")


def test_the_first_altered_line_is_named_whatever_follows(three_batches):
    first, second, third = LedgerEntry.objects.filter(batch__number=2).order_by("pk")
    LedgerEntry.objects.filter(pk__in=[second.pk, third.pk]).update(note="autre")
    assert altered(*batch_and_entries(2)) == (
        second.pk,
        f"Entry {second.pk} of batch 2 was altered.",
    )
    LedgerEntry.objects.filter(pk=first.pk).update(hash="f" * 64)
    assert altered(*batch_and_entries(2))[0] == first.pk


def test_a_batch_without_altered_entries(three_batches):
    entry, sentence = altered(*batch_and_entries(2))
    assert entry is None
    assert sentence.startswith("The hash written on batch 2")
