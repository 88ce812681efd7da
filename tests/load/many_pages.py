"""Measure search and the sitemap on a site of 100,000 pages, made for this run and removed again.

    python tests/load/many_pages.py [--pages 100000] [--database postgres://…]

Without --database it is SQLite in a temporary folder; with it, a database that may be emptied.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "bu",
    "ca",
    "ce",
    "ci",
    "co",
    "da",
    "de",
    "di",
    "do",
    "fa",
    "fe",
    "la",
    "le",
    "li",
    "lo",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "ni",
    "no",
]
VOCABULARY = 20_000
WORDS_A_PAGE = 100
BATCH = 2_000
TRIES = 15
# Word → in how many pages it stands: one in `everywhere`, the rest in one of so many.
COMMON, OFTEN, RARE = "légumes", "poireaux", "xylophone"
OFTEN_EVERY, RARE_EVERY = 20, 20_000


def texts(count: int) -> Iterator[tuple[str, str]]:
    """Yield (title, body) of so many pages; words are as unevenly common as in a language."""
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(VOCABULARY)]
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    for number in range(count):
        words = chance.choices(vocabulary, weights, k=WORDS_A_PAGE)
        words.append(COMMON)
        words += [OFTEN] * (number % OFTEN_EVERY == 0) + [RARE] * (number % RARE_EVERY == 0)
        yield f"Page {number} {' '.join(words[:5])}", " ".join(words[5:])


def build(count: int) -> None:
    """Fill the empty database with a site of `count` plain pages and their search entries."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection, transaction
    from wagtail.models import Locale, Page, Site

    from home.models import HomePage, PlainPage

    root = Page.objects.get(depth=1)
    locale = Locale.objects.get_or_create(language_code="fr")[0]
    home = root.add_child(instance=HomePage(title="Grand jardin", slug="grand", locale=locale))
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()
    kind = ContentType.objects.get_for_model(PlainPage)
    pages = []
    for number, (title, body) in enumerate(texts(count)):
        page = Page(
            title=title,
            draft_title=title,
            slug=f"p{number}",
            path=Page._get_path(home.path, home.depth + 1, number + 1),
            depth=home.depth + 1,
            url_path=f"{home.url_path}p{number}/",
            locale=locale,
            content_type=kind,
        )
        page.body_text = body
        pages.append(page)
    with transaction.atomic(), connection.cursor() as cursor:
        Page.objects.bulk_create(pages, batch_size=BATCH)
        cursor.execute(
            "INSERT INTO home_plainpage (page_ptr_id, intro, body) "
            "SELECT id, '', '[]' FROM wagtailcore_page WHERE content_type_id = %s",
            [kind.pk],
        )
        cursor.executemany(
            _ENTRY[connection.vendor],
            [(str(page.pk), kind.pk, page.title, page.body_text) for page in pages],
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


_ENTRY = {
    "sqlite": (
        "INSERT INTO wagtailsearch_indexentry "
        "(object_id, content_type_id, title_norm, autocomplete, title, body) "
        "VALUES (%s, %s, 1, '', %s, %s)"
    ),
    "postgresql": (
        "INSERT INTO wagtailsearch_indexentry (object_id, content_type_id, title_norm,"
        " autocomplete, title_text, body_text, title, body) "
        "VALUES (%s, %s, 1, '', '', '', setweight(to_tsvector('potager_fr', %s), 'A'),"
        " setweight(to_tsvector('potager_fr', %s), 'C'))"
    ),
}


def milliseconds(act: Callable[[], object]) -> float:
    """Return the median duration of `act`, in milliseconds."""
    spent = []
    for _ in range(TRIES):
        begun = perf_counter()
        act()
        spent.append(perf_counter() - begun)
    return median(spent) * 1000


def measure(count: int) -> None:
    """Print what a site of `count` pages costs."""
    from django.db import connection
    from wagtail.models import Locale, Site

    from home.domain.list_addresses import sitemap_part
    from home.domain.search_site import _candidates, load_results, search_site

    french, site = Locale.objects.get(language_code="fr"), Site.objects.get()
    first_word = next(texts(1))[1].split()[0]
    queries = {
        "a rare word": RARE,
        "a word of every 20th page": OFTEN,
        "a word of the language": first_word,
        "a word of every page": COMMON,
        "two words": f"{OFTEN} {first_word}",
        "two words, both common": f"{COMMON} page",
        "three letters of a word": OFTEN[:3],
        "one letter": "p",
        "nothing found": "zzzz",
    }
    print(f"\n{connection.vendor}, {count:,} pages (milliseconds, median of {TRIES})")
    print(f"{'search':34}{'index':>9}{'with pages':>12}{'found':>8}")
    for name, text in queries.items():
        index = milliseconds(lambda text=text: _candidates(text.split()))
        whole = milliseconds(lambda text=text: load_results(search_site(text, french)[:12]))
        print(f"{name:34}{index:9.1f}{whole:12.1f}{len(search_site(text, french)):8}")
    begun = perf_counter()
    lines = sum(1 for part in range(3) for _ in sitemap_part(site, part))
    print(f"sitemap: {(perf_counter() - begun) * 1e6 / lines:.1f} ms per 1,000 addresses")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--database", default="", help="postgres://… of a database to empty")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="potager-load-") as folder:
        os.environ |= {"DATA_DIR": folder, "LOG_LEVEL": "WARNING"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
        if options.database:
            os.environ["DATABASE_URL"] = options.database
        import django
        from django.core.management import call_command
        from django.db import connection

        django.setup()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        call_command("migrate", verbosity=0)
        begun = perf_counter()
        build(options.pages)
        print(f"{options.pages:,} pages made in {perf_counter() - begun:.0f} s")
        measure(options.pages)
        connection.close()


if __name__ == "__main__":
    main()
