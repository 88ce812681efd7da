"""Figures that everybody can read."""

import pytest

from qa.enums import TextState
from qa.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def voted(make_question, make_vote) -> Question:
    question = make_question(state=TextState.APPROVED, total=99)
    for number in range(3):
        make_vote(question, f"v{number}")
    make_vote(question, "back", 0)
    return question


def test_a_recount_is_of_the_rows(client, voted):
    path = f"/questions/{voted.code}/comptage/"
    assert path in client.get(voted.get_absolute_url()).content.decode()
    text = client.get(path).content.decode()
    assert ">3</dd>" in text
    assert ">1</dd>" in text
    assert ">99<" not in text


def test_votes_per_day_as_a_file(client, voted):
    answer = client.get(f"/themes/{voted.theme.slug}/votes.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert f"{voted.code},{voted.text},3" in answer.content.decode()
    assert not answer.cookies


def test_hidden_numbers_stay_hidden(client, voted):
    voted.theme.shows_votes = False
    voted.theme.save()
    assert client.get(f"/themes/{voted.theme.slug}/votes.csv").status_code == 404
    assert client.get(f"/questions/{voted.code}/comptage/").status_code == 404
    assert "comptage" not in client.get(voted.get_absolute_url()).content.decode()


def test_what_is_not_public_has_no_recount(client, make_question):
    hidden = make_question(state=TextState.HIDDEN)
    assert client.get(f"/questions/{hidden.code}/comptage/").status_code == 404


def test_figures_of_moderation(client, voted):
    assert "/moderation/" in client.get(f"/themes/{voted.theme.slug}/poser/").content.decode()
    for path in ("/moderation/", "/en/moderation/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert not answer.cookies
    assert "under 10" in answer.content.decode()
