"""Lines of the ledger move quantities, and nothing gets lost between accounts."""

import pytest

from campaigns.domain.write_entry import hand_over, take_back, write_entry
from campaigns.enums import EntryKind
from campaigns.models import LedgerEntry
from tests.campaigns.conftest import sums

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_nothing_moves_nothing(make_pledge):
    assert write_entry(make_pledge(), EntryKind.PROMISED, 0) is None
    assert not LedgerEntry.objects.exists()


def test_a_reversal_names_what_it_takes_back(make_pledge):
    pledge = make_pledge()
    entry = write_entry(pledge, EntryKind.PROMISED, 5)
    back = take_back(pledge, EntryKind.PROMISED, 2, "erreur", corrects=entry)
    assert (back.kind, back.reverses, back.note, back.corrects) == (
        "reversed",
        "promised",
        "erreur",
        entry,
    )
    assert sums(pledge) == (3, 0, 0)


def test_handing_over_changes_no_sum(make_pledge):
    old, new = make_pledge(), make_pledge()
    write_entry(old, EntryKind.PROMISED, 10)
    write_entry(old, EntryKind.UNLOCKED, 8)
    hand_over(old, new, 6, "v2")
    assert (sums(old), sums(new)) == ((4, 2, 0), (6, 6, 0))
