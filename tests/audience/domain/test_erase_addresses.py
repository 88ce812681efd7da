"""Addresses are erased in portions, each row once more looked at under its lock."""

import pytest

from audience.domain.erase_addresses import erase_addresses
from audience.models import Subscription
from tests.audience.following import follower

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def forget(row):
    Subscription.objects.filter(pk=row.pk).update(email=f"forgotten-{row.pk}")


@pytest.fixture
def rows(monkeypatch):
    monkeypatch.setattr("audience.domain.erase_addresses.ROWS_AT_ONCE", 2)
    for number in range(5):
        follower(f"{number}@example.org")
    return Subscription.objects.filter(email__contains="@")


def test_all_in_portions_and_once(rows):
    assert erase_addresses(rows, forget) == 5
    assert not rows.exists()
    assert erase_addresses(rows, forget) == 0


def test_those_that_the_query_cannot_tell_stay_and_end_nothing(rows):
    odd = set(rows.order_by("pk")[1::2])
    assert erase_addresses(rows, forget, lambda row: row not in odd) == 3
    assert set(rows) == odd


def test_what_is_brought_back_meanwhile_keeps_its_address(rows):
    first, second = rows.order_by("pk")[:2]

    def forget_and_bring_back(row):
        forget(row)
        Subscription.objects.filter(pk=second.pk).update(email="kept")

    assert erase_addresses(rows, forget_and_bring_back) == 4
    second.refresh_from_db()
    first.refresh_from_db()
    assert (second.email, first.email) == ("kept", f"forgotten-{first.pk}")
