"""The snapshot of a page: fresh within a second, the same for everybody."""

import json

import pytest

pytestmark = pytest.mark.django_db


def test_it_follows_gifts_and_refunds(asgi, fundraiser, make_gift, tell):
    address = f"/state/collectes/{fundraiser.code}.json"
    gift = make_gift(fundraiser)
    tell(gift)
    answer = asgi("GET", address)
    assert json.loads(answer.body)["total_cents"] == 20_00
    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"].startswith("public, max-age=1")


@pytest.mark.parametrize("name", ["unknown000.json", "x.json", "ABCDEFGHIJ.json", ""])
def test_there_is_no_other(asgi, db, name):
    answer = asgi("GET", f"/state/collectes/{name}")
    assert (answer.status, json.loads(answer.body)["code"]) == (404, "COL-404")
