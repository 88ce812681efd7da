"""Search the site, fast at a hundred thousand pages.

Wagtail's own query joins the index with the page tree before it ranks, which grows with the
square of the site on SQLite. Here the full-text index is asked first, for a bounded number of
candidates; then what stands behind them is looked at, and what is not public is dropped.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Locale

from home.domain.found import KINDS, Kind, Result

CANDIDATES = 300
# Ranking has to weigh every page that answers. A word of more pages than this says so little
# that the order hardly matters, and weighing them all would take a second.
WEIGHED = 1_000
# Shorter ones are whole words: "l" of "l’été" is no beginning of anything.
SHORTEST_BEGINNING = 3
_WORD = re.compile(r"[^\W_]+")

_SQLITE = """
    SELECT entry.content_type_id, entry.object_id
    FROM wagtailsearch_indexentry_fts AS fts
    JOIN wagtailsearch_indexentry AS entry ON entry.id = fts.rowid
    WHERE wagtailsearch_indexentry_fts MATCH %s AND entry.content_type_id IN ({types})
    ORDER BY {order}
    LIMIT %s
"""
_POSTGRESQL = """
    SELECT content_type_id, object_id
    FROM wagtailsearch_indexentry, to_tsquery('potager_fr', %s) AS wanted
    WHERE ({columns}) @@ wanted AND content_type_id IN ({types})
    ORDER BY {order}
    LIMIT %s
"""


class Row(NamedTuple):
    """A row of the index: the number of its content type, and that of its object."""

    type_id: int
    number: int


def search_site(text: str, locale: Locale) -> list[Row]:
    """Return what holds every word of `text`, is public and in the language of `locale`.

    The best come first. Words may be cut short ("légu" finds "légumes"). At most 300 candidates
    are looked at.
    """
    words = _WORD.findall(text)
    if not words:
        return []
    candidates = _candidates(words)
    public: set[Row] = set()
    for kind, rows in _by_kind(candidates):
        shown = kind.public([row.number for row in rows], locale)
        public.update(row for row in rows if row.number in shown)
    return [row for row in candidates if row in public]


def load_results(found: Sequence[Row]) -> list[Result]:
    """Return what results say of these rows, in this order."""
    told: dict[Row, Result] = {}
    for kind, rows in _by_kind(found):
        results = kind.tell([row.number for row in rows])
        told |= {row: results[row.number] for row in rows if row.number in results}
    return [told[row] for row in found if row in told]


def _by_kind(found: Sequence[Row]) -> Iterator[tuple[Kind, list[Row]]]:
    """Yield each kind of which there is anything in `found`, with its rows."""
    for kind in KINDS:
        types = set(_types_of(kind))
        rows = [row for row in found if row.type_id in types]
        if rows:
            yield kind, rows


def _types_of(kind: Kind) -> list[int]:
    return [type_.pk for type_ in ContentType.objects.get_for_models(*kind.models()).values()]


def _candidates(words: Sequence[str]) -> list[Row]:
    newest = _ask(words, "newest", limit=WEIGHED + 1)
    if len(newest) <= WEIGHED:
        return _ask(words, "best", limit=CANDIDATES)
    in_title = _ask(words, "newest", limit=CANDIDATES, in_title=True)
    return list(dict.fromkeys([*in_title, *newest]))[:CANDIDATES]


def _ask(words: Sequence[str], order: str, *, limit: int, in_title: bool = False) -> list[Row]:
    types = [number for kind in KINDS for number in _types_of(kind)]
    marks = ", ".join(["%s"] * len(types))
    sql, query = (_for_sqlite if connection.vendor == "sqlite" else _for_postgresql)(
        words, order, in_title
    )
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("{types}", marks), [query, *types, limit])
        return [Row(type_id, int(number)) for type_id, number in cursor.fetchall()]


def _for_sqlite(words: Sequence[str], order: str, in_title: bool) -> tuple[str, str]:
    orders = {
        "newest": "fts.rowid DESC",
        # Columns of the index: autocomplete, body, title.
        "best": "bm25(wagtailsearch_indexentry_fts, 0.0, 1.0, 8.0), fts.rowid DESC",
    }
    wanted = " AND ".join(f'"{word}"{" *" if _is_beginning(word) else ""}' for word in words)
    columns = "{title}" if in_title else "{title body}"
    return _SQLITE.replace("{order}", orders[order]), f"{columns} : ({wanted})"


def _for_postgresql(words: Sequence[str], order: str, in_title: bool) -> tuple[str, str]:
    orders = {"newest": "id DESC", "best": "ts_rank(title || body, wanted) DESC, id DESC"}
    sql = _POSTGRESQL.replace("{order}", orders[order])
    sql = sql.replace("{columns}", "title" if in_title else "title || body")
    return sql, " & ".join(f"{word}{':*' if _is_beginning(word) else ''}" for word in words)


def _is_beginning(word: str) -> bool:
    return len(word) >= SHORTEST_BEGINNING
