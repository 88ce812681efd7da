"""Read what waits for one person: the oldest first, with owners, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from users.domain.holders import holders_of
from users.inbox import Entry, Source, sources_for
from users.models import Charge, User

# Of each kind. Who has more of one kind than this looks at its own page.
MOST_OF_A_KIND = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits, with its owner. It is overdue when it has waited for too long."""

    source: Source
    entry: Entry
    owner: User | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Inbox:
    """`rows` are the oldest; `numbers` says how many wait of each kind; `total` of all."""

    rows: list[Row]
    numbers: list[tuple[Source, int]]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.numbers)


def read_inbox(
    user: User,
    *,
    kind: str = "",
    owned_by: User | None = None,
    most: int = MOST_OF_A_KIND,
    now: datetime | None = None,
) -> Inbox:
    """Return what waits for `user`: only what they have a right to.

    `kind` keeps one kind, `owned_by` what this person takes care of. `numbers` counts all
    kinds, whatever is kept. At most `most` rows of each kind. Two queries a kind, and one or two
    for the owners.
    """
    now = now or timezone.now()
    sources = sources_for(user)
    numbers = [(source, source.waiting().count()) for source in sources]
    shown = [source for source, number in numbers if number and kind in ("", source.kind)]
    theirs = _keys_of(owned_by) if owned_by else None
    found: list[tuple[Source, Entry]] = []
    for source in shown:
        waiting = source.waiting()
        if owned_by and source.owners is not None:
            waiting = waiting.filter(**{source.owners.field: owned_by})
        elif theirs is not None:
            waiting = waiting.filter(pk__in=theirs.get(source.kind, ()))
        found += ((source, source.entry(one)) for one in waiting[:most])
    owners = _owners(found)
    rows = [
        Row(
            source,
            entry,
            owners.get((source.kind, entry.key), entry.owner),
            now - entry.since > entry.within,
        )
        for source, entry in found
    ]
    return Inbox(sorted(rows, key=lambda row: row.entry.since), numbers)


def colleagues() -> list[User]:
    """Return who of the team may enter the CMS: to them work can be handed over."""
    return list(holders_of("wagtailadmin.access_admin").order_by("username"))


def _keys_of(user: User) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for kind, key in Charge.objects.filter(owner=user).values_list("kind", "key"):
        keys.setdefault(kind, []).append(key)
    return keys


def _owners(found: Sequence[tuple[Source, Entry]]) -> dict[tuple[str, str], User | None]:
    keys: dict[str, list[str]] = {}
    for source, entry in found:
        if source.owners is None:
            keys.setdefault(source.kind, []).append(entry.key)
    if not keys:
        return {}
    wanted = Q()
    for kind, some in keys.items():
        wanted |= Q(kind=kind, key__in=some)
    charges = Charge.objects.filter(wanted).select_related("owner")
    return {(one.kind, one.key): one.owner for one in charges}
