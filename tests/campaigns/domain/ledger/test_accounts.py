"""Whatever is written: what leaves one account arrives in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.ledger.accounts import Account, Books, Sums, books_of, move, sums_by_unit
from campaigns.enums import EntryKind
from campaigns.models import LedgerEntry
from tests.campaigns.conftest import sums as counted_sums

MOVED = [EntryKind.PROMISED, EntryKind.UNLOCKED, EntryKind.DELIVERED]
LINES = st.lists(
    st.tuples(
        st.integers(1, 2),
        st.sampled_from(["g", "cent"]),
        st.booleans(),
        st.sampled_from(MOVED),
        st.integers(1, 10**15),
    )
)


@given(LINES)
def test_accounts_balance_and_sums_never_cross(lines):
    books = Books()
    is_sound = True
    for pledge, unit, is_back, kind, quantity in lines:
        what = (EntryKind.REVERSED, kind) if is_back else (kind, "")
        is_sound &= books.post((pledge, unit), *what, quantity) is None
    for balance in books.balances.values():
        assert sum(balance.values()) == 0
    if is_sound:
        for sums in books.sums().values():
            assert sums.promised >= sums.unlocked >= sums.delivered >= 0


def test_an_account_that_is_overdrawn_is_named():
    books = Books()
    assert books.post((1, "g"), "promised", "", 10) is None
    assert books.post((1, "g"), "unlocked", "", 11) == Account.PROMISED
    assert books.post((1, "g"), "reversed", "delivered", 1) == Account.DELIVERED


@pytest.mark.parametrize("entry", [("reversed", ""), ("reversed", "reversed"), ("eaten", "")])
def test_an_entry_that_moves_nothing_is_an_error(entry):
    with pytest.raises(ValueError, match="entry|nothing"):
        move(*entry)


def test_units_are_added_up_apart():
    sums = {(1, "g"): Sums(3, 2, 1), (2, "g"): Sums(1, 1, 1), (2, "cent"): Sums(9, 0, 0)}
    assert sums_by_unit(sums.items()) == {"cent": Sums(9, 0, 0), "g": Sums(4, 3, 2)}


@pytest.mark.django_db
@pytest.mark.databases
def test_the_database_adds_up_the_same(live):
    pledge = live([("act", 3), ("deliver", 4), ("take back", 1), ("act", 9)])
    found = books_of(LedgerEntry.objects.all()).sums()
    assert found == {(pledge.pk, "g"): Sums(*counted_sums(pledge))}
    assert found[pledge.pk, "g"] == Sums(40, pledge.unlocked, pledge.delivered)
