"""What cannot be told for sure is not guessed."""

import pytest

from campaigns.domain.ledger.lines import BatchRow, EntryRow
from campaigns.domain.ledger.suspect import altered, missing, surplus
from campaigns.models import Delivery, LedgerBatch, LedgerEntry, Pledge
from tests.campaigns.conftest import proof

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


def test_the_proof_of_a_delivery_gives_it_away(three_batches):
    from django.utils import timezone
    from wagtail.documents import get_document_model

    delivered = LedgerEntry.objects.get(kind="delivered")
    document = get_document_model().objects.create(title="Bon", file=proof())
    Delivery.objects.create(
        pledge=delivered.pledge,
        entry=delivered,
        quantity=500,
        delivered_on=timezone.localdate(),
        place="Lille",
        confirmed_by="Omar",
        document=document,
    )
    LedgerEntry.objects.filter(pk=delivered.pk).update(quantity=501)
    entry, sentence = altered(*batch_and_entries(2), made="")
    assert entry == delivered.pk
    assert "another quantity" in sentence


@pytest.mark.parametrize("change", [{"unit": "ml"}, {"pledge": None}])
def test_a_unit_or_pledge_that_cannot_be(three_batches, make_pledge, change):
    if "pledge" in change:
        change = {"pledge": make_pledge(unit="item")}
    first = LedgerEntry.objects.filter(batch__number=2).order_by("pk").first()
    LedgerEntry.objects.filter(pk=first.pk).update(**change)
    assert altered(*batch_and_entries(2), made="")[0] == first.pk
    assert Pledge.objects.exists()
