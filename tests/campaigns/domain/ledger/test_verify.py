"""Whatever was changed after the seal is found, and named as closely as can be."""

import pytest
from django.db.models import F
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.domain.ledger.seal import seal
from campaigns.domain.ledger.verify import verify
from campaigns.enums import EntryKind
from campaigns.models import LedgerBatch, LedgerEntry, Pledge
from tests.campaigns.domain.ledger.conftest import STEPS

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_an_empty_ledger_is_sound(db):
    found = verify()
    assert (found.batches, found.entries, found.fault) == (0, 0, None)


def test_a_sound_ledger(three_batches):
    found = verify()
    assert (found.batches, found.entries, found.fault) == (3, 6, None)
    assert found.hash == LedgerBatch.objects.get(number=3).hash


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 5)), max_size=10))
def test_every_life_of_a_pledge_verifies(live, steps):
    live(steps)
    seal()
    assert verify().fault is None
    assert not LedgerEntry.objects.filter(batch=None).exists()


def entries_of(number: int) -> list[int]:
    rows = LedgerEntry.objects.filter(batch__number=number).order_by("pk")
    return list(rows.values_list("pk", flat=True))


@pytest.mark.parametrize(("number", "place"), [(1, 0), (1, 1), (2, 1), (2, 2)])
def test_an_altered_quantity_is_named(three_batches, number, place):
    entry = entries_of(number)[place]
    LedgerEntry.objects.filter(pk=entry).update(quantity=F("quantity") + 1)
    fault = verify().fault
    assert (fault.batch, fault.entry) == (number, entry)


CHANGES = [
    {"note": "autre"},
    {"recorded_at": timezone.now()},
    {"tally_to": 10**6},
    {"unit": "ml"},
    {"kind": EntryKind.REVERSED},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
@pytest.mark.parametrize("place", [0, 1, 2])
def test_whatever_was_altered_the_entry_is_named(three_batches, change, place):
    entry = entries_of(2)[place]
    LedgerEntry.objects.filter(pk=entry).update(**change)
    fault = verify().fault
    assert (fault.batch, fault.entry) == (2, entry)


def test_the_only_entry_of_a_batch_is_named(three_batches):
    [entry] = entries_of(3)
    LedgerEntry.objects.filter(pk=entry).update(recorded_at=timezone.now())
    assert verify().fault.entry == entry


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_missing_entry_is_named(three_batches, place):
    entry = entries_of(2)[place]
    LedgerEntry.objects.filter(pk=entry).delete()
    fault = verify().fault
    assert (fault.batch, fault.entry) == (2, entry)
    assert "Missing" in fault.sentence


@pytest.mark.parametrize(("to", "where"), [(3, "batch 3"), (None, "no batch")])
def test_a_moved_entry_is_named(three_batches, to, where):
    entry = entries_of(2)[1]
    batch = LedgerBatch.objects.filter(number=to).first()
    LedgerEntry.objects.filter(pk=entry).update(batch=batch)
    fault = verify().fault
    assert (fault.batch, fault.entry) == (2, entry)
    assert fault.sentence.endswith(f"moved from batch 2 to {where}.")


def test_an_entry_put_in_afterwards_is_named(three_batches, act):
    act(1)
    stray = LedgerEntry.objects.get(batch=None)
    LedgerEntry.objects.filter(pk=stray.pk).update(batch=LedgerBatch.objects.get(number=2))
    assert verify().fault.entry == stray.pk


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({"sealed_at": timezone.now()}, 2),
        ({"hash": "f" * 64}, 2),
        ({"previous_hash": "f" * 64}, 2),
        ({"number": 9}, 2),
    ],
)
def test_an_altered_batch_is_named(three_batches, change, number):
    LedgerBatch.objects.filter(number=2).update(**change)
    fault = verify().fault
    assert (fault.batch, fault.entry) == (number, None)


def test_a_missing_batch_is_named(three_batches):
    LedgerEntry.objects.filter(batch__number=2).delete()
    LedgerBatch.objects.filter(number=2).delete()
    assert verify().fault.sentence == "Batch 2 is missing: batch 3 comes in its place."


@pytest.mark.parametrize(
    ("kind", "reverses", "words"),
    [
        (EntryKind.DELIVERED, "", "takes more from “unlocked”"),
        (EntryKind.REVERSED, "", "moves nothing"),
    ],
)
def test_an_entry_that_breaks_the_accounts_is_named_though_well_sealed(
    three_batches, kind, reverses, words
):
    wrong = LedgerEntry.objects.create(
        pledge=Pledge.objects.get(),
        kind=kind,
        reverses=reverses,
        quantity=10**9,
        unit="g",
        recorded_at=timezone.now(),
    )
    seal()
    fault = verify().fault
    assert fault.entry == wrong.pk
    assert words in fault.sentence
