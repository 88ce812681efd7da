"""A ledger with a life: promises, acts, deliveries, corrections, seals."""

import random
from collections.abc import Callable

import pytest

from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.ledger.seal import seal
from campaigns.domain.write_entry import take_back, write_entry
from campaigns.enums import EntryKind
from campaigns.models import LedgerEntry, Pledge

STEPS = ("act", "deliver", "take back", "seal")


@pytest.fixture
def running(signed, admin) -> Callable[..., Pledge]:
    """Make a pledge that both signed and that runs, its promise written."""

    def make(*lines: list[dict], **values: object) -> Pledge:
        return activate_pledge(admin, signed(*lines, **values))

    return make


def deliver(pledge: Pledge, quantity: int) -> LedgerEntry:
    """Write a delivery without its document: the ledger does not look at it."""
    entry = write_entry(pledge, EntryKind.DELIVERED, quantity)
    pledge.delivered += quantity
    pledge.save(update_fields=["delivered"])
    return entry


def reverse(pledge: Pledge, entry: LedgerEntry, quantity: int) -> LedgerEntry:
    back = take_back(pledge, EntryKind.DELIVERED, quantity, "=pesée fausse", corrects=entry)
    pledge.delivered -= quantity
    pledge.save(update_fields=["delivered"])
    return back


@pytest.fixture
def live(running, act) -> Callable[[list[tuple[str, int]]], Pledge]:
    """Let a pledge live through (step, how much): each does what its state allows."""

    def live(steps: list[tuple[str, int]], **values: object) -> Pledge:
        clauses = [
            {"kind": "base", "quantity": 5},
            {"kind": "per_act", "quantity": 3},
            {"kind": "threshold", "quantity": 7, "acts": 4},
        ]
        pledge = running(clauses, cap=40, **values)
        for step, size in steps:
            pledge.refresh_from_db()
            open_quantity = pledge.unlocked - pledge.delivered
            if step == "act":
                act(size, kind=random.Random(size).choice(["click", "view", "like"]))
            elif step == "deliver" and open_quantity:
                deliver(pledge, min(size, open_quantity))
            elif step == "take back" and pledge.delivered:
                last = pledge.entries.filter(kind="delivered").last()
                taken = sum(one.quantity for one in last.corrections.all())
                if taken < last.quantity:
                    reverse(pledge, last, min(size, last.quantity - taken))
            elif step == "seal":
                seal()
        pledge.refresh_from_db()
        return pledge

    return live


@pytest.fixture
def three_batches(running, act) -> Pledge:
    """Batches of 2, 3 and 1 entries."""
    pledge = running()
    act(1)
    seal()
    deliver(pledge, 500)
    act(1)
    act(2)
    seal()
    act(1)
    seal()
    pledge.refresh_from_db()
    return pledge
