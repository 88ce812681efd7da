"""The preview shows what is typed, with and without JavaScript."""

import pytest
from django.urls import reverse

from campaigns.models import Pledge
from tests.campaigns.views.test_pledges import sent

pytestmark = pytest.mark.django_db
FRAGMENT = {"X-Requested-With": "fetch"}


def ask(client, data, **headers) -> str:
    answer = client.post(reverse("pledges:preview"), data, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ").replace("\u202f", " ")


def test_it_computes_while_the_rest_is_still_empty(client, editor, make_campaign):
    client.force_login(editor)
    data = sent(make_campaign(), sponsor="", goods="", ends_at="", campaign="")
    fragment = ask(client, data, **FRAGMENT)
    for text in ("10 000", "20 000", "20 001", "110 t", "130 t", "150 t"):
        assert text in fragment
    assert "<html" not in fragment
    assert not Pledge.objects.exists()


def test_without_javascript_it_is_a_page(client, editor, make_campaign):
    client.force_login(editor)
    page = ask(client, sent(make_campaign()))
    assert "<html" in page
    assert "130 t" in page


@pytest.mark.parametrize(
    "values",
    [
        {"cap": "beaucoup"},
        {"clauses-0-quantity": "2 l"},
        {"clauses-0-kind": "", "clauses-0-quantity": ""},
        {"clauses-TOTAL_FORMS": 0},
        {"clauses-TOTAL_FORMS": "x"},
        {"unit": "stone"},
    ],
)
def test_what_cannot_be_read_yet_asks_for_more(client, editor, make_campaign, values):
    client.force_login(editor)
    assert "<table" not in ask(client, sent(make_campaign(), **values), **FRAGMENT)


def test_a_deleted_row_does_not_count(client, editor, make_campaign):
    client.force_login(editor)
    fragment = ask(client, sent(make_campaign(), **{"clauses-0-DELETE": "1"}), **FRAGMENT)
    assert "75 000" in fragment
    assert "110 t" not in fragment


def test_it_is_for_those_who_write_and_by_post(client, editor, make_user):
    client.force_login(editor)
    assert client.get(reverse("pledges:preview")).status_code == 405
    client.force_login(make_user("zoe"))
    assert client.post(reverse("pledges:preview"), {}).status_code == 302
