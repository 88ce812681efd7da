"""Search pages, fast at a hundred thousand of them.

Wagtail's own query joins the index with the page tree before it ranks, which grows with the
square of the site on SQLite. Here the full-text index is asked first, for the best candidates
only; then the pages behind them are fetched, and those not public are dropped.
"""

import re
from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Locale, Page, get_page_models

from media.readable import readable

CANDIDATES = 300
_WORD = re.compile(r"\w+", re.UNICODE)

_SQLITE = """
    SELECT entry.object_id
    FROM wagtailsearch_indexentry_fts AS fts
    JOIN wagtailsearch_indexentry AS entry ON entry.id = fts.rowid
    WHERE wagtailsearch_indexentry_fts MATCH %s AND entry.content_type_id IN ({types})
    ORDER BY bm25(wagtailsearch_indexentry_fts, 0.0, 1.0, 8.0)
    LIMIT %s
"""
_POSTGRESQL = """
    SELECT object_id
    FROM wagtailsearch_indexentry, to_tsquery('potager_fr', %s) AS wanted
    WHERE (title || body) @@ wanted AND content_type_id IN ({types})
    ORDER BY ts_rank(title || body, wanted) DESC
    LIMIT %s
"""


def find_pages(text: str, locale: Locale) -> list[Page]:
    """Return the public pages of `locale` that hold every word of `text`, the best first.

    Words may be cut short ("légu" finds "légumes"). At most 300 candidates are looked at.
    """
    words = _WORD.findall(text)
    if not words:
        return []
    numbers = _candidates(words)
    pages = readable(Page.objects.filter(pk__in=numbers, locale=locale)).specific()
    by_number = {page.pk: page for page in pages.exclude(depth__lte=2)}
    return [by_number[number] for number in numbers if number in by_number]


def _candidates(words: Sequence[str]) -> list[int]:
    types = [t.pk for t in ContentType.objects.get_for_models(*get_page_models()).values()]
    marks = ", ".join(["%s"] * len(types))
    if connection.vendor == "sqlite":
        sql = _SQLITE
        query = "{title body} : (" + " AND ".join(f'"{word}" *' for word in words) + ")"
    else:
        sql = _POSTGRESQL
        query = " & ".join(f"{word}:*" for word in words)
    with connection.cursor() as cursor:
        cursor.execute(sql.format(types=marks), [query, *types, CANDIDATES])
        return [int(row[0]) for row in cursor.fetchall()]
