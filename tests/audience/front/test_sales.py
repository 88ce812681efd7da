"""Partners knock at the front door."""

import json

import pytest
from asgiref.sync import async_to_sync
from django.db import DatabaseError

from audience.domain import receive_sales as domain
from audience.models import Act, PartnerKey
from tests.audience.offsite import Till
from tests.conftest import knock

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def till(meter):
    return Till(meter)


def report(till, body=None, path="", method="POST", **headers):
    body = till.body() if body is None else body
    sent = {**till.headers(body, path=path), **headers}
    answer = async_to_sync(knock)(method, path or till.path, sent, body=body)
    return answer, json.loads(answer.body)


def test_a_sale_counts(till):
    body = till.body(acts=2)
    answer, said = report(till, body)
    nonces = list(Act.objects.order_by("number").values_list("nonce", flat=True))
    assert answer.status == 201
    assert answer.headers["cache-control"] == "no-store"
    assert said == {
        "sale": "T1",
        "acts": 2,
        "counted": 2,
        "reasons": [],
        "receipts": [f"/recu/{nonce}/" for nonce in nonces],
        "is_repeat": False,
    }
    answer, again = report(till, body)
    assert answer.status == 200
    assert again == {**said, "is_repeat": True}


def refused(ended):
    answer, said = ended
    assert answer.headers["content-type"] == "application/problem+json"
    assert said["detail"].endswith(".")
    return answer.status, said["code"]


def test_refusals(till):
    assert refused(report(till, b"{")) == (400, "SAL-005")
    assert refused(report(till, till.body(acts=99))) == (422, "SAL-006")
    assert refused(report(till, path="/sales/none")) == (404, "SAL-008")
    assert refused(report(till, path=f"/sales/{'0' * 16}")) == (404, "SAL-008")
    assert refused(report(till, b"x" * 5_000)) == (413, "SAL-009")
    assert refused(report(till, method="GET")) == (405, "SAL-011")
    assert refused(report(till, **{"potager-signature": ""})) == (401, "SAL-001")
    assert refused(report(till, **{"potager-signature": "v1=00"})) == (401, "SAL-002")
    old = till.headers(till.body(), at_s=1)
    assert refused(report(till, till.body(), **old))[0] == 401
    PartnerKey.objects.update(revoked_at="2026-01-01T00:00Z")
    assert refused(report(till)) == (403, "SAL-004")
    assert not Act.objects.exists()


def test_the_database_is_away(till, monkeypatch):
    def gone(offers):
        raise DatabaseError("away")

    monkeypatch.setattr(domain, "count_acts", gone)
    assert refused(report(till)) == (503, "SAL-010")
