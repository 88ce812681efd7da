"""Projects as a table: what happened to each, no addresses, no formulas."""

import csv
from io import StringIO

import pytest

from campaigns.domain.reports.export import csv_pieces
from projects.domain.project_table import project_table

pytestmark = pytest.mark.django_db


def test_all_that_were_sent(publish, sent, propose, like):
    shown = publish(title="=HYPERLINK(1)", name="@Odile", organisation="", quantity=40)
    sent("b@example.org", title="En attente")
    propose("c@example.org", title="Brouillon")
    like(shown, 2)
    text = b"".join(csv_pieces(project_table())).decode("utf-8-sig")
    headings, *rows = csv.reader(StringIO(text))
    assert [row[1] for row in rows] == ["En attente", "'=HYPERLINK(1)"]
    found = dict(zip(headings, rows[1], strict=True))
    assert rows[1][8] == "'@Odile"
    assert "40" in found.values()
    assert rows[1][12:16] == ["2", "2", "0", "0"]
    assert "example.org" not in text
