"""A line that the plan did not have comes next."""

import pytest

from live.domain.insert_entry import NewLine, insert_entry
from live.domain.put_line import next_line
from live.domain.take import take
from live.refusals import LengthMissing, NoSuchFeed, NothingWritten

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_it_comes_next_again_and_again(run, caller, make_feed):
    dakar = make_feed()
    run = take(run, caller, 1, believed=None)
    run = insert_entry(run, caller, 2, NewLine(" Hommage ", 120, "report", dakar.pk))
    run = insert_entry(run, caller, 3, NewLine("Météo", 30))
    assert list(run.entries.values_list("title", flat=True)) == [
        "Accueil", "Météo", "Hommage", "Dakar", "Questions",
    ]  # fmt: skip
    line = run.entries.get(title="Hommage")
    assert (line.kind, line.feed, line.segment_key, line.planned_s) == ("report", dakar, "", 120)
    assert next_line(run).title == "Météo"


def test_before_the_first_and_after_the_last(run, caller):
    run = insert_entry(run, caller, 1, NewLine("Générique", 20))
    assert next_line(run).title == "Générique"
    run.entries.exclude(title="Générique").delete()
    run = take(run, caller, 2, believed=None)
    run = insert_entry(run, caller, 3, NewLine("Adieu", 20, kind="dance"))
    assert (next_line(run).title, next_line(run).kind) == ("Adieu", "studio")


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        (NewLine("  ", 60), NothingWritten),
        (NewLine("Rien", 0), LengthMissing),
        (NewLine("Rien", -60), LengthMissing),
        (NewLine("Trop", 6 * 3600 + 1), LengthMissing),
        (NewLine("Qui ?", 60, feed=0), NoSuchFeed),
    ],
)
def test_what_is_missing_is_said(run, caller, line, refusal):
    with pytest.raises(refusal):
        insert_entry(run, caller, 1, line)
    run.refresh_from_db()
    assert (run.version, run.entries.count()) == (1, 3)
