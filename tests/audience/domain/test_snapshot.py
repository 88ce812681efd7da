"""The public state of a meter: the same for everybody, with nobody in it."""

import json

import pytest

from audience.domain import snapshot
from audience.domain.count_acts import count_acts
from audience.domain.snapshot import register_part, snapshot_bytes, snapshot_of
from audience.enums import Reason

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_what_it_says(offer, meter):
    count_acts([offer(), offer(kind="like"), offer(refusal=Reason.BOT)])
    meter.refresh_from_db()
    state = snapshot_of(meter)
    assert (state["counted"], state["refused"], state["to_verify"]) == (2, 1, 0)
    assert state["by_kind"] == {"click": 1, "like": 1}
    assert state["version"] == 1


def test_parts_add_their_own(meter, monkeypatch):
    monkeypatch.setattr(snapshot, "_parts", [])
    register_part(lambda meter: {"name": meter.name})
    register_part(snapshot._parts[0])
    assert snapshot_of(meter)["name"] == meter.name
    assert len(snapshot._parts) == 1


def test_the_bytes_are_the_same_until_something_changes(offer, meter):
    first = snapshot_bytes(meter.key)
    assert snapshot_bytes(meter.key) == first
    count_acts([offer()])
    assert json.loads(snapshot_bytes(meter.key))["counted"] == 1


def test_nobody_is_in_it(offer, meter):
    count_acts([offer(person="zoe", nonce="hers", network="school")])
    body = snapshot_bytes(meter.key)
    assert not any(word in body for word in (b"zoe", b"hers", b"school"))


def test_no_such_meter(db):
    assert snapshot_bytes("0" * 16) is None


def test_a_fixed_number_of_queries(offer, meter, django_assert_num_queries):
    for count in (1, 3):
        count_acts([offer() for _ in range(count)])
        with django_assert_num_queries(3):
            snapshot_bytes(meter.key)
