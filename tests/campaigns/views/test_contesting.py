"""Contesting without an account or a script, and the filer's private page."""

import pytest
from django.test import Client
from django.urls import reverse

from audience.domain.form_tickets import new_ticket
from audience.models import Mail
from campaigns.domain.file_contestation import MOST_PER_NETWORK, PURPOSE
from campaigns.domain.rule_contestation import (
    answer_contestation,
    publish_contestation,
    reject_contestation,
)
from campaigns.models import Contestation

pytestmark = pytest.mark.django_db
REASON = "Les échalotes portaient l’étiquette « en conversion »."


@pytest.fixture
def form(house, make_claim):
    return reverse("contest_claim", args=[make_claim().pk])


def ticket_in(text: str) -> str:
    return text.split('name="ticket" value="')[1].split('"')[0]


def test_a_claim_is_contested(client, form):
    page = client.get(form)
    assert "no-cache" in page["Cache-Control"]
    typed = {"reason": REASON, "email": "zoe@example.org", "ticket": ticket_in(page.text)}
    answers = [client.post(form, typed) for _ in range(2)]
    found = Contestation.objects.get()
    assert [answer["Location"] for answer in answers] == [found.get_absolute_url()] * 2
    assert (found.reason, found.state, Mail.objects.count()) == (REASON, "waiting", 1)
    private = client.get(found.get_absolute_url())
    assert private["Referrer-Policy"] == "same-origin"
    assert "noindex" in private.text
    assert "zoe@example.org" not in private.text


def test_a_pledge_is_contested_once_it_is_public(client, house, make_pledge):
    pledge = make_pledge()
    address = reverse("contest_pledge", args=[pledge.pk])
    typed = {"reason": REASON, "ticket": ticket_in(client.get(address).text)}
    assert client.post(address, typed).status_code == 302
    assert Contestation.objects.get().pledge == pledge
    draft = make_pledge(state="draft")
    assert client.get(reverse("contest_pledge", args=[draft.pk])).status_code == 404


def test_a_refused_form_keeps_what_was_typed(client, form):
    ticket = new_ticket(PURPOSE)
    answer = client.post(form, {"reason": "Trop court", "source_url": "x:y", "ticket": ticket})
    assert answer.status_code == 200
    assert "Trop court" in answer.text
    assert 'value="x:y"' in answer.text
    assert ticket_in(answer.text) == ticket
    assert 'role="alert"' in answer.text


def test_a_forged_ticket_gets_a_new_one(client, form):
    answer = client.post(form, {"reason": REASON, "ticket": "a" * 22})
    assert REASON in answer.text
    again = client.post(form, {"reason": REASON, "ticket": ticket_in(answer.text)})
    assert again.status_code == 302


def test_too_many_from_one_network(client, form):
    for _ in range(MOST_PER_NETWORK):
        client.post(form, {"reason": REASON, "ticket": new_ticket(PURPOSE)})
    answer = client.post(form, {"reason": REASON, "ticket": new_ticket(PURPOSE)})
    assert answer.status_code == 429
    assert REASON in answer.text


def test_another_site_cannot_send_the_form(form):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(form, {"reason": REASON, "ticket": new_ticket(PURPOSE)}).status_code == 403


def test_the_private_page_tells_the_reason_and_the_answer(
    client, house, moderator, make_contestation, speaker
):
    found = make_contestation()
    address = found.get_absolute_url()
    reject_contestation(moderator, found, "Aucun fait à vérifier.")
    assert "Aucun fait à vérifier." in client.get(address).text
    publish_contestation(moderator, found)
    assert "Aucun fait à vérifier." not in client.get(address).text
    answer_contestation(moderator, found, "En mars.", speaker)
    text = client.get(address).text
    assert "En mars." in text
    assert "Suzon Fourchet, maraîchère" in text
    assert client.get(reverse("contestation", args=["a" * 22])).status_code == 404
