"""The same values always give the same bytes, and any other value another hash."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.ledger import lines
from campaigns.domain.ledger.lines import NO_HASH, EntryRow, canonical, hash_of, lines_of, utc_text

AT = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
ENTRY = EntryRow(7, 2, "unlocked", "", 2_000, "g", 1, 1, AT, "Épicé", None)


def test_canonical_json_has_one_form():
    assert canonical({"b": 1, "a": [None, "é"]}) == '{"a":[null,"é"],"b":1}'


def test_times_are_written_in_utc_with_microseconds():
    paris = datetime(2026, 11, 25, 19, 0, tzinfo=timezone(timedelta(hours=1)))
    assert utc_text(paris) == utc_text(AT) == "2026-11-25T18:00:00.000000Z"


def test_each_line_is_chained_to_the_one_before():
    opening, first, second = lines_of(1, AT, NO_HASH, [ENTRY, ENTRY._replace(pk=8)])
    fields = json.loads(first.text)
    told = fields.pop("hash")
    assert (fields["batch"], fields["place"], fields["entry"]) == (1, 1, 7)
    text = f"{opening.hash}\n{canonical(fields)}"
    assert told == first.hash == hashlib.sha256(text.encode()).hexdigest()
    assert hash_of([opening, first, second]) == second.hash


CHANGES = {
    "pk": st.integers(1),
    "pledge_id": st.integers(1),
    "kind": st.text(),
    "quantity": st.integers(0),
    "unit": st.text(),
    "tally_from": st.none() | st.integers(0),
    "recorded_at": st.datetimes(timezones=st.just(UTC)),
    "note": st.text(),
    "corrects_id": st.none() | st.integers(1),
}


@given(st.data())
def test_every_value_is_in_the_hash(data):
    name = data.draw(st.sampled_from(sorted(CHANGES)))
    other = ENTRY._replace(**{name: data.draw(CHANGES[name])})
    same = hash_of(lines_of(1, AT, NO_HASH, [ENTRY])) == hash_of(lines_of(1, AT, NO_HASH, [other]))
    assert same == (other == ENTRY)


@pytest.mark.django_db
@pytest.mark.databases
@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_batches_come_in_order_however_few_fit_in_memory(three_batches, monkeypatch, at_once):
    monkeypatch.setattr(lines, "ENTRIES_AT_ONCE", at_once)
    monkeypatch.setattr(lines, "BATCHES_AT_ONCE", at_once)
    found = list(lines.sealed_batches())
    assert [batch.number for batch, _ in found] == [1, 2, 3]
    assert [len(entries) for _, entries in found] == [2, 3, 1]
    assert [batch.number for batch, _ in lines.sealed_batches(up_to=2)] == [1, 2]
