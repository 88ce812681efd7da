"""The state of a meter at the door; how snapshots are kept: tests/front/test_snapshots.py."""

import json

import pytest

from audience.domain.count_acts import count_acts

pytestmark = pytest.mark.django_db


def test_the_state_of_a_meter(asgi, meter, offer):
    count_acts([offer()])
    answer = asgi("GET", f"/state/{meter.key}.json")
    assert (answer.status, json.loads(answer.body)["counted"]) == (200, 1)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/state/0000000000000000.json", "/state/x.json", "/state/"])
def test_no_such_meter(asgi, db, path):
    answer = asgi("GET", path)
    assert (answer.status, json.loads(answer.body)["code"]) == (404, "ACT-404")
