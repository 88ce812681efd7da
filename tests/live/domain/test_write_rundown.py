"""A rundown as a table: nothing in it is computed, and what is ambiguous says its offset."""

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest

from live.domain.write_rundown import COLUMNS, write_hour, write_length, write_rundown

pytestmark = pytest.mark.django_db


def test_every_part_is_a_line(make_live, make_theme):
    page = make_live(
        segments=[
            {"title": "=1+1", "planned_s": 270, "theme": make_theme(), "notes": "deux\nlignes"},
            {"title": "Dakar", "time_zone": "Africa/Dakar", "hides_place": True},
        ]
    )
    first, second = page.segments.all()
    second.fallback_key = first.key
    second.save()
    page.refresh_from_db()
    text = b"".join(write_rundown(page)).decode("utf-8")
    assert text.startswith("\ufeffkey,kind,title")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["title"] for row in rows] == ["'=1+1", "Dakar"]
    assert (rows[0]["length"], rows[0]["theme"], rows[0]["notes"]) == (
        "0:04:30",
        "argent",
        "deux\nlignes",
    )
    assert (rows[1]["hide place"], rows[1]["if the link drops"]) == ("yes", "'=1+1")


def test_lengths_are_never_taken_for_an_hour():
    assert [write_length(s) for s in (1, 270, 3900, 36_000)] == [
        "0:00:01", "0:04:30", "1:05:00", "10:00:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("instant", "written"),
    [
        (datetime(2026, 12, 8, 19, 30, tzinfo=UTC), "2026-12-08 20:30"),
        (datetime(2026, 12, 8, 19, 30, 5, tzinfo=UTC), "2026-12-08 20:30:05"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25 02:30:00+02:00"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25 02:30:00+01:00"),
    ],
)
def test_hours_on_the_clocks_of_the_studio(instant, written):
    assert write_hour(instant, "Europe/Paris") == written
