"""A table is read whole or not at all, and says line by line what is wrong."""

from datetime import UTC, datetime

import pytest

from live.domain.read_rundown import MOST_BYTES, read_rundown
from live.domain.write_rundown import write_rundown
from live.enums import SegmentKind
from live.models import Feed
from live.rundown_refusals import (
    ColumnMissing,
    FileTooLarge,
    LinesWrong,
    NoLines,
    NotText,
    TooManyLines,
)

pytestmark = pytest.mark.django_db
FIELDS = (
    "key", "kind", "title", "planned_s", "hard_start_at", "theme_id", "feed_id", "guests", "place",
    "country", "continent", "time_zone", "hides_place", "fallback_key", "notes", "prompter",
)  # fmt: skip


@pytest.fixture
def live_page(make_live, make_theme):
    return make_live(
        themes=[make_theme()],
        starts_at=datetime(2026, 12, 8, 19, 30, tzinfo=UTC),
    )


def read(live_page, text: str):
    return read_rundown(text.encode(), live_page)


def wrong(live_page, text: str) -> list[tuple[int, str]]:
    with pytest.raises(LinesWrong) as refused:
        read(live_page, text)
    assert all(one.sentence for one in refused.value.values["lines"])
    return [(one.line, one.column) for one in refused.value.values["lines"]]


def test_an_export_comes_back_as_it_was(make_live, make_theme):
    live_page = make_live(
        segments=[
            {"title": "=Bonjour", "planned_s": 61, "theme": make_theme(), "notes": 'a;b\n"c",'},
            {
                "title": "Dakar",
                "kind": SegmentKind.DUPLEX,
                "planned_s": 5400,
                "hard_start_at": datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
                "place": "Dakar",
                "country": "Sénégal",
                "continent": "africa",
                "time_zone": "Africa/Dakar",
                "hides_place": True,
                "guests": "-Awa",
                "prompter": "'Bonsoir'",
            },
        ]
    )
    first, second = live_page.segments.all()
    second.feed = Feed.objects.create(programme=live_page, name="Duplex 1")
    second.fallback_key = first.key
    second.save()
    live_page.refresh_from_db()
    found = read_rundown(b"".join(write_rundown(live_page)), live_page)
    values = [[getattr(one, name) for name in FIELDS] for one in found]
    assert values == [[getattr(one, name) for name in FIELDS] for one in live_page.segments.all()]


def test_semicolons_other_words_and_other_dates(live_page):
    text = (
        "\ufeffTitle;Length;Kind;Starts exactly at;Hide place;Theme\r\n"
        "Accueil;4:30;studio;;;\r\n"
        ";;;;;\r\n"
        "Questions;00:25:00;questions;08/12/2026 20:45;oui;Argent\r\n"
    )
    first, second = read(live_page, text)
    assert (first.title, first.planned_s) == ("Accueil", 270)
    assert second.planned_s == 1500
    assert second.hard_start_at == datetime(2026, 12, 8, 19, 45, tzinfo=UTC)
    assert (second.hides_place, second.theme.slug) == (True, "argent")
    assert first.key != second.key


def test_what_is_wrong_is_said_line_by_line(live_page):
    text = (
        "title,length,kind,starts exactly at,time zone,feed,hide place,if the link drops\n"
        "Bon,1:00,,,,,,\n"
        ",0:75,cirque,demain,Mars/Olympus,Plateau,peut-être,Personne\n"
        "Lui-même,1:00,,,,,,Lui-même\n"
    )
    assert wrong(live_page, text) == [
        (3, "kind"),
        (3, "length"),
        (3, "starts exactly at"),
        (3, "hide place"),
        (3, "feed"),
        (3, "title"),
        (3, "time zone"),
        (3, "if the link drops"),
        (4, "if the link drops"),
    ]


def test_lengths_and_titles_have_their_limits(live_page):
    assert wrong(live_page, f"title,length\n{'a' * 121},1:00\nVide,0:00\nLong,7:00:00\n") == [
        (2, "title"),
        (3, "length"),
        (4, "length"),
    ]


def test_an_hour_that_the_clocks_skip(live_page):
    assert wrong(live_page, "title,length,starts exactly at\nNuit,1:00,2027-03-28 02:30\n") == [
        (2, "starts exactly at")
    ]


def test_a_key_twice_makes_two_parts(live_page):
    rows = "key,title,length\n" + "0123456789abcdef,A,1:00\n" * 2
    first, second = read(live_page, rows)
    assert first.key == "0123456789abcdef"
    assert second.key not in ("", first.key)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", ColumnMissing),
        (b"title;kind\nA;studio\n", ColumnMissing),
        (b"title,length\n\n", NoLines),
        ("title,length\né,1:00".encode("latin-1"), NotText),
        (b"PK\x03\x04\0\0title,length", NotText),
        (b'title,length\n"A,1:00\n', NotText),
        (b"title,length\n" + b"A,1:00\n" * 201, TooManyLines),
        (b"x" * (MOST_BYTES + 1), FileTooLarge),
    ],
    ids=["empty", "no length", "no lines", "latin", "archive", "open quote", "many", "large"],
)
def test_what_is_no_table_is_refused_with_a_sentence(live_page, content, refusal):
    with pytest.raises(refusal) as refused:
        read_rundown(content, live_page)
    assert str(refused.value)
