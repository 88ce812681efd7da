"""What strangers get: every sealed line, and nothing about anybody."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audience.models import Act
from campaigns.domain.ledger.export import (
    CSV_COLUMNS,
    FORMULA_BEGINNINGS,
    csv_pieces,
    formula_safe,
    jsonl_pieces,
)
from campaigns.models import LedgerBatch
from tests.campaigns.domain.ledger.conftest import reverse


@pytest.mark.django_db
@pytest.mark.databases
def test_json_lines_end_with_the_head(three_batches):
    lines = [json.loads(line) for line in b"".join(jsonl_pieces(3)).splitlines()]
    assert [line.get("entries") for line in lines if "entry" not in line] == [2, 3, 1]
    assert lines[-1]["hash"] == LedgerBatch.objects.get(number=3).hash
    assert b"".join(jsonl_pieces(3)).startswith(b"".join(jsonl_pieces(2)))


@pytest.mark.django_db
def test_the_table_says_the_same(three_batches):
    lines = [json.loads(line) for line in b"".join(jsonl_pieces(3)).splitlines()]
    entries = [line for line in lines if "entry" in line]
    rows = list(csv.DictReader(io.StringIO(b"".join(csv_pieces(3)).decode())))
    assert [tuple(row) for row in rows] == [CSV_COLUMNS] * 6
    for row, entry in zip(rows, entries, strict=True):
        assert row == {key: "" if entry[key] is None else str(entry[key]) for key in row}


@pytest.mark.django_db
def test_a_note_that_looks_like_a_formula_is_defused_in_the_table_only(running, act):
    from campaigns.domain.ledger.seal import seal
    from tests.campaigns.domain.ledger.conftest import deliver

    pledge = running()
    act(1)
    pledge.refresh_from_db()
    reverse(pledge, deliver(pledge, 5), 5)
    seal()
    assert "'=pesée fausse" in b"".join(csv_pieces(1)).decode()
    assert '"=pesée fausse"' in b"".join(jsonl_pieces(1)).decode()


@pytest.mark.django_db
def test_nothing_in_the_files_says_who_acted(three_batches):
    text = b"".join([*jsonl_pieces(3), *csv_pieces(3)]).decode()
    for act in Act.objects.all():
        for secret in (act.person, act.network, act.nonce):
            assert secret
            assert f'"{secret}"' not in text
            assert f",{secret}," not in text
    assert "person" not in text
    assert "network" not in text


@given(st.text())
def test_no_text_begins_like_a_formula(text):
    assert not formula_safe(text).startswith(FORMULA_BEGINNINGS)
    assert formula_safe(text).removeprefix("'") == text.removeprefix("'")
