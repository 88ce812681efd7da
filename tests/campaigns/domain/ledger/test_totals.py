"""The figures that we publish, in the only way in which we write them."""

import hashlib
import json

import pytest
from django.core.cache import cache

from audience.enums import Reason
from audience.models import Meter
from campaigns.domain.ledger.totals import published_totals, totals_document

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_an_empty_site(db):
    document = json.loads(published_totals().document())
    assert document["acts"]["received"] == 0
    assert document["meters"] == document["pledges"] == []


def test_counted_refused_and_to_verify_make_received(three_batches, act, meter):
    act(2, refusal=Reason.BOT)
    act(1, refusal=Reason.TEAM, kind="view")
    document = json.loads(published_totals().document())
    assert document["acts"] == {
        "received": 8,
        "counted": 5,
        "refused": 3,
        "to_verify": 0,
        "counted_by_kind": {"click": 5},
        "refused_by_reason": {"bot": 2, "team": 1},
        "to_verify_by_reason": {},
    }
    [shown] = document["meters"]
    assert (shown["meter"], shown["received"]) == (meter.key, 8)


def test_pledges_and_ledger(three_batches):
    document = json.loads(published_totals().document())
    [pledge] = document["pledges"]
    assert (pledge["tally"], pledge["unlocked"], pledge["delivered"]) == (5, 10_000, 500)
    assert document["ledger"]["batch"] == 3
    sums = {"promised": 40_000_000, "unlocked": 10_000, "delivered": 500}
    assert document["ledger"]["units"] == {"g": sums}
    assert document["ledger"]["pledges"] == [{"pledge": three_batches.pk, "unit": "g", **sums}]


def test_the_ledgers_sums_end_where_it_is_sealed(three_batches, act):
    act(1)
    document = json.loads(published_totals().document())
    assert document["pledges"][0]["unlocked"] == 12_000
    assert document["ledger"]["units"]["g"]["unlocked"] == 10_000


def test_what_is_not_public_yet_is_left_out(signed):
    signed()
    Meter.objects.create(name="Secret")
    document = json.loads(published_totals().document())
    assert document["pledges"] == document["meters"] == []


def test_the_document_is_kept_for_a_moment(three_batches, act):
    document, made = totals_document()
    assert made == hashlib.sha256(document).hexdigest()
    act(1)
    assert totals_document() == (document, made)
    cache.clear()
    assert totals_document()[0] != document
