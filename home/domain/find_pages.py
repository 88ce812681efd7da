"""Search pages, fast at a hundred thousand of them.

Wagtail's own query joins the index with the page tree before it ranks, which grows with the
square of the site on SQLite. Here the full-text index is asked first, for a bounded number of
candidates; then the pages behind them are looked at, and those not public are dropped.
"""

import re
from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Locale, Page, get_page_models

from media.readable import readable

CANDIDATES = 300
# Ranking has to weigh every page that answers. A word of more pages than this says so little
# that the order hardly matters, and weighing them all would take a second.
WEIGHED = 1_000
# Shorter ones are whole words: "l" of "l’été" is no beginning of anything.
SHORTEST_BEGINNING = 3
_WORD = re.compile(r"[^\W_]+")

_SQLITE = """
    SELECT entry.object_id
    FROM wagtailsearch_indexentry_fts AS fts
    JOIN wagtailsearch_indexentry AS entry ON entry.id = fts.rowid
    WHERE wagtailsearch_indexentry_fts MATCH %s AND entry.content_type_id IN ({types})
    ORDER BY {order}
    LIMIT %s
"""
_POSTGRESQL = """
    SELECT object_id
    FROM wagtailsearch_indexentry, to_tsquery('potager_fr', %s) AS wanted
    WHERE ({columns}) @@ wanted AND content_type_id IN ({types})
    ORDER BY {order}
    LIMIT %s
"""


def find_pages(text: str, locale: Locale) -> list[int]:
    """Return the numbers of the public pages of `locale` that hold every word of `text`.

    The best come first. Words may be cut short ("légu" finds "légumes"). At most 300 candidates
    are looked at.
    """
    words = _WORD.findall(text)
    if not words:
        return []
    candidates = _candidates(words)
    pages = Page.objects.filter(pk__in=candidates, locale=locale, depth__gt=2)
    public = set(readable(pages).order_by().values_list("pk", flat=True))
    return [number for number in candidates if number in public]


def load_pages(numbers: Sequence[int]) -> list[Page]:
    """Return the pages of these numbers, in this order, each as what it is."""
    by_number = Page.objects.specific().in_bulk(numbers)
    return [by_number[number] for number in numbers if number in by_number]


def _candidates(words: Sequence[str]) -> list[int]:
    newest = _ask(words, "newest", limit=WEIGHED + 1)
    if len(newest) <= WEIGHED:
        return _ask(words, "best", limit=CANDIDATES)
    in_title = _ask(words, "newest", limit=CANDIDATES, in_title=True)
    return list(dict.fromkeys([*in_title, *newest]))[:CANDIDATES]


def _ask(words: Sequence[str], order: str, *, limit: int, in_title: bool = False) -> list[int]:
    types = [t.pk for t in ContentType.objects.get_for_models(*get_page_models()).values()]
    marks = ", ".join(["%s"] * len(types))
    sql, query = (_for_sqlite if connection.vendor == "sqlite" else _for_postgresql)(
        words, order, in_title
    )
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("{types}", marks), [query, *types, limit])
        return [int(row[0]) for row in cursor.fetchall()]


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
