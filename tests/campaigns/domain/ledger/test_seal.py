"""Entries are sealed once, in their order, whoever else seals at the same moment."""

import threading

import pytest
from django.db import connection

from campaigns.domain.ledger import seal as module
from campaigns.domain.ledger.lines import NO_HASH
from campaigns.domain.ledger.seal import seal
from campaigns.domain.ledger.verify import verify
from campaigns.models import LedgerBatch, LedgerEntry

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_nothing_to_seal(db):
    assert seal() is None
    assert not LedgerBatch.objects.exists()


def test_all_that_waits_is_in_one_batch_chained_to_the_last(running, act):
    running()
    act(1)
    first = seal()
    act(1)
    act(1)
    second = seal()
    assert (first.number, first.entry_count, first.previous_hash) == (1, 2, NO_HASH)
    assert (second.number, second.entry_count, second.previous_hash) == (2, 2, first.hash)
    assert seal() is None
    assert not LedgerEntry.objects.filter(batch=None).exists()


def test_a_long_queue_is_sealed_in_parts(running, act, monkeypatch):
    monkeypatch.setattr(module, "MOST_ENTRIES", 2)
    running()
    for _ in range(4):
        act(1)
    assert [seal().entry_count for _ in range(3)] == [2, 2, 1]
    assert verify().fault is None


def test_a_taken_number_is_left_to_the_other_worker(running, monkeypatch):
    running()
    monkeypatch.setattr(module, "_seal", lambda: LedgerBatch.objects.create(number=None))
    assert seal() is None
    monkeypatch.undo()
    assert seal().number == 1


@pytest.mark.django_db(transaction=True)
def test_workers_at_once_seal_each_entry_once(running, act):
    running()
    for _ in range(9):
        act(1)
    barrier = threading.Barrier(4)

    def work() -> None:
        barrier.wait()
        try:
            seal()
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    seal()
    found = verify()
    assert (found.entries, found.fault) == (10, None)
