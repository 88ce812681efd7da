"""The snapshot of a team: fresh within a second, the same for everybody."""

import json

import pytest

pytestmark = pytest.mark.django_db


def test_it_follows_gifts(asgi, make_team, make_page_of, make_gift, tell):
    page = make_page_of()
    team = make_team(page)
    tell(make_gift(page))
    answer = asgi("GET", f"/state/equipes/{team.code}.json")
    assert json.loads(answer.body)["total_cents"] == 20_00
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("name", ["unknown000.json", "x.json", ""])
def test_there_is_no_other(asgi, db, name):
    answer = asgi("GET", f"/state/equipes/{name}")
    assert (answer.status, json.loads(answer.body)["code"]) == (404, "TEM-404")
