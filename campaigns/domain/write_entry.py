"""Write lines of the ledger: each moves a quantity, none is ever changed afterwards."""

from django.utils import timezone

from campaigns.enums import EntryKind
from campaigns.models import LedgerEntry, Pledge


def write_entry(
    pledge: Pledge, kind: EntryKind, quantity: int, note: str = "", **values: object
) -> LedgerEntry | None:
    """Write one line for `quantity` of the pledge's unit; None and no line when that is nothing."""
    if not quantity:
        return None
    return LedgerEntry.objects.create(
        pledge=pledge,
        kind=kind,
        quantity=quantity,
        unit=pledge.unit,
        recorded_at=timezone.now(),
        note=note,
        **values,
    )


def take_back(
    pledge: Pledge, kind: EntryKind, quantity: int, note: str, corrects: LedgerEntry | None = None
) -> LedgerEntry | None:
    """Write the line that takes back `quantity` of what lines of this kind had moved."""
    return write_entry(pledge, EntryKind.REVERSED, quantity, note, reverses=kind, corrects=corrects)


def hand_over(old: Pledge, new: Pledge, quantity: int, note: str) -> None:
    """Move `quantity`, promised and unlocked but not delivered, from a version to the next.

    In each version's own lines, delivered ≤ unlocked ≤ promised stays true, and no sum over all
    lines of a unit changes.
    """
    take_back(old, EntryKind.UNLOCKED, quantity, note)
    take_back(old, EntryKind.PROMISED, quantity, note)
    write_entry(new, EntryKind.PROMISED, quantity, note)
    write_entry(new, EntryKind.UNLOCKED, quantity, note)
