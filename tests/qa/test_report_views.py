"""Reporting a text and following what became of it, without JavaScript or cookies."""

import pytest
from django.test import Client
from django.utils import timezone

from audience.domain.form_tickets import key_of, new_ticket
from qa.domain.file_notice import PURPOSE
from qa.enums import TextState
from qa.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(house):
    """The pages stand on a site."""


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def shown(make_question):
    return make_question("Le <navet> ?", state=TextState.APPROVED)


def send(client, question, ticket=None, **values):
    ticket = new_ticket(PURPOSE) if ticket is None else ticket
    form = {"ground": "hateful", "ticket": ticket, **values}
    return client.post(f"/signaler/question/{question.code}/", form)


def test_each_public_text_has_its_link(client, shown):
    link = f'href="/signaler/question/{shown.code}/"'
    slug = shown.theme.slug
    for path in (f"/questions/{shown.code}/", f"/themes/{slug}/questions/", f"/themes/{slug}/"):
        assert link in client.get(path).content.decode(), path


def test_reported_once_with_a_receipt(client, shown):
    page = client.get(f"/signaler/question/{shown.code}/")
    text = page.content.decode()
    assert "Le &lt;navet&gt; ?" in text
    assert 'content="noindex"' in text
    assert ("no-store" in page["Cache-Control"], bool(page.cookies)) == (True, False)
    ticket = page.context["ticket"]
    answer = send(client, shown, ticket, email="zoe@example.org", explanation="Ce mot.")
    notice = Notice.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/signalement/{key_of(ticket, PURPOSE)}/")
    assert (notice.ground, notice.email, notice.language) == ("hateful", "zoe@example.org", "fr")
    assert send(client, shown, ticket).url == answer.url
    assert Notice.objects.count() == 1
    receipt = client.get(answer.url)
    assert receipt["Referrer-Policy"] == "same-origin"
    assert ("no-store" in receipt["Cache-Control"], bool(receipt.cookies)) == (True, False)
    for words in ("Le &lt;navet&gt; ?", "Ce mot.", "zoe@example.org"):
        assert words in receipt.content.decode()


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"ground": "", "explanation": "Vilain !"}, "Vilain !"),
        ({"ground": "unlawful"}, 'value="unlawful" id="id_ground_0" required checked'),
        ({"email": "zoe@"}, 'value="zoe@"'),
        ({"ticket": "x", "explanation": "Vilain !"}, "Vilain !"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, shown, values, kept):
    answer = send(client, shown, **values)
    assert answer.status_code in (200, 422)
    assert kept in answer.content.decode()
    assert key_of(answer.context["ticket"], PURPOSE)
    assert not Notice.objects.exists()


def test_what_disappeared_meanwhile_is_said_and_not_shown(client, shown):
    type(shown).objects.update(state=TextState.HIDDEN)
    answer = send(client, shown, explanation="Vilain !")
    assert answer.status_code == 410
    assert "Vilain !" in answer.content.decode()
    assert "navet" not in answer.content.decode()


@pytest.mark.parametrize("path", ["question/unknown", "recipe/x", "question/é", "a/b-c"])
def test_nothing_there(client, path):
    assert client.get(f"/signaler/{path}/").status_code == 404


def test_a_hidden_text_is_not_shown_here(client, make_question):
    assert client.get(f"/signaler/question/{make_question().code}/").status_code == 404


def test_another_site_reports_nothing(client, shown):
    form = {"ground": "spam", "ticket": new_ticket(PURPOSE)}
    headers = {"origin": "https://elsewhere.example"}
    answer = client.post(f"/signaler/question/{shown.code}/", form, headers=headers)
    assert (answer.status_code, Notice.objects.exists()) == (403, False)


def test_the_receipt_in_every_state_and_the_objection(client, make_notice, mo):
    notice = make_notice()
    path = notice.get_absolute_url()
    assert "<textarea" not in client.get(path).content.decode()
    assert client.post(path, {"redress": "Trop tôt"}).status_code == 409
    Notice.objects.update(
        state="dismissed", answer="Une <b>courge</b>.", decided_at=timezone.now(), decided_by=mo
    )
    page = client.get(path).content.decode()
    assert "Une &lt;b&gt;courge&lt;/b&gt;." in page
    assert ("<textarea" in page, "mo" in page.split()) == (True, False)
    assert 'maxlength="2000"' in page
    assert client.post(path, {"redress": " "}).status_code == 422
    assert client.post(path, {"redress": "Mais si."}).url == path
    assert client.post(path, {"redress": "Mais si."}).url == path
    late = client.post(path, {"redress": "Et encore !"})
    assert late.status_code == 409
    notice.refresh_from_db()
    assert (notice.redress, notice.version) == ("Mais si.", 1)
    Notice.objects.update(redress_answer="En effet.", redress_ended_at=timezone.now())
    page = client.get(path).content.decode()
    assert ("Mais si." in page, "En effet." in page, "<textarea" in page) == (True, True, False)
    assert client.get("/signalement/unknown/").status_code == 404


def test_the_address_can_be_taken_off(client, make_notice):
    notice = make_notice(email="zoe@example.org")
    path = notice.get_absolute_url()
    assert client.post(path, {"deed": "forget_address"}).url == path
    assert "zoe@" not in client.get(path).content.decode()
    notice.refresh_from_db()
    assert notice.email == ""


def test_another_site_changes_nothing(client, make_notice):
    notice = make_notice(email="zoe@example.org")
    headers = {"origin": "https://elsewhere.example"}
    form = {"deed": "forget_address"}
    answer = client.post(notice.get_absolute_url(), form, headers=headers)
    assert answer.status_code == 403
    notice.refresh_from_db()
    assert notice.email
