"""The form of a new page: no cookie, nothing typed is lost, one page a form."""

import pytest
from django.core import mail
from django.test import Client

from audience.domain.form_tickets import new_ticket
from audience.domain.send_mails import send_mails
from fundraising.domain.open_page import PURPOSE
from fundraising.models import Fundraiser

pytestmark = pytest.mark.django_db
FORM = "/collectes/ouvrir/"


@pytest.fixture
def typed(form_of_a_page) -> dict[str, object]:
    return form_of_a_page | {"ticket": new_ticket(PURPOSE)}


def test_opened_without_a_cookie_or_a_token(client, typed):
    page = client.get(FORM)
    assert "csrfmiddlewaretoken" not in page.content.decode()
    answer = Client(enforce_csrf_checks=True).post(FORM, typed)
    assert (answer.status_code, answer.url) == (302, "/collectes/envoyee/")
    assert not answer.cookies
    assert not page.cookies
    assert not client.get(answer.url).cookies
    opened = Fundraiser.objects.get()
    assert (opened.title, opened.owner.email, opened.is_draft) == (
        "Zoé court pour la bonne cause",
        "zoe@example.org",
        True,
    )
    send_mails()
    assert "/mes-collectes/entrer/" in mail.outbox[0].body


def test_sent_twice_it_opens_one(client, typed):
    for _ in range(2):
        assert client.post(FORM, typed).status_code == 302
    assert Fundraiser.objects.count() == 1


def test_what_was_typed_comes_back(client, typed):
    answer = client.post(FORM, typed | {"goal": "beaucoup", "reason": "Parce que <b>"})
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in ('value="beaucoup"', "Parce que &lt;b&gt;", 'value="Zoé"', typed["ticket"]):
        assert words in page
    assert not Fundraiser.objects.exists()


def test_refusals_lose_nothing_either(client, typed):
    answer = client.post(FORM, typed | {"name": "Épicerie du Pont"})
    assert answer.status_code == 422
    assert "Un kilomètre, un kilo." in answer.content.decode()


@pytest.mark.parametrize("ticket", ["", "x", new_ticket("another")])
def test_an_old_form_is_sent_once_more(client, typed, ticket):
    answer = client.post(FORM, typed | {"ticket": ticket})
    assert "Un kilomètre, un kilo." in answer.content.decode()
    assert not Fundraiser.objects.exists()


def test_not_from_another_site(client, typed):
    answer = client.post(FORM, typed, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert not Fundraiser.objects.exists()


def test_a_cause_is_chosen_beforehand(client, fund, make_fund):
    other = make_fund("Autre")
    page = client.get(f"{FORM}?cause=autre").content.decode()
    assert f'<option value="{other.pk}" selected>' in page
    assert "selected" in page
    client.get(f"{FORM}?cause=" + "x" * 900)


def test_without_a_cause_it_says_so(client, house):
    page = client.get(FORM).content.decode()
    assert '<form class="form"' not in page


def test_in_english(client, fund, english):
    assert "two minutes" in client.get("/en/collectes/ouvrir/").content.decode()
