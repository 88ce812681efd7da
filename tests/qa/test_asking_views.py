"""Asking and the asker's own page, through all layers and without JavaScript."""

import pytest
from django.core.cache import cache
from django.test import Client

from audience.domain.form_tickets import key_of, new_ticket
from qa.domain.ask_question import PURPOSE
from qa.enums import TextState
from qa.models import Question
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(house):
    """The pages stand on a site."""


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def theme(make_theme):
    return make_theme()


def ask(client, theme, text="Qui a mangé la courge ?", ticket=None, **values):
    ticket = new_ticket(PURPOSE) if ticket is None else ticket
    form = {"text": text, "ticket": ticket, **values}
    return client.post(f"/themes/{theme.slug}/poser/", form)


def test_asked_in_one_field(client, theme):
    page = client.get(f"/themes/{theme.slug}/poser/?texte=Qui+a+mang%C3%A9")
    assert page.status_code == 200
    assert "Qui a mangé</textarea>" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "La charte tient dans la poche" in page.content.decode()
    ticket = page.context["ticket"]
    answer = ask(client, theme, ticket=ticket, name="Lulu")
    asked = Question.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/ma-question/{key_of(ticket, PURPOSE)}/")
    assert (asked.name, asked.state, asked.language) == ("Lulu", TextState.PENDING, "fr")
    assert ask(client, theme, ticket=ticket).url == answer.url
    assert Question.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Écrivez votre question"),
        ("\u200b", "Écrivez votre question"),
        ("a" * 201, "201 signes"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, theme, text, told):
    answer = ask(client, theme, text, name="Lulu")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert text in page
    assert "Lulu" in page
    assert not Question.objects.exists()


@pytest.mark.parametrize("ticket", ["", "x", "a" * 500])
def test_a_form_without_a_ticket_of_ours_comes_back_with_one(client, theme, ticket):
    answer = ask(client, theme, ticket=ticket)
    assert (
        "Envoyez-le encore une fois" in answer.content.decode()
        or "longtemps" in answer.content.decode()
    )
    assert key_of(answer.context["ticket"], PURPOSE)
    assert "Qui a mangé la courge ?</textarea>" in answer.content.decode()
    assert not Question.objects.exists()


def test_from_another_site(client, theme):
    form = {"text": "Qui ?", "ticket": new_ticket(PURPOSE)}
    answer = client.post(
        f"/themes/{theme.slug}/poser/", form, headers={"origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 403
    assert not Question.objects.exists()


def test_a_closed_theme_keeps_the_words(client, theme):
    theme.takes_questions = False
    theme.save()
    answer = ask(client, theme)
    assert answer.status_code == 409
    assert "Qui a mangé la courge ?</textarea>" in answer.content.decode()


def test_similar_ones_are_shown_with_their_votes(client, theme, make_question):
    found = make_question("Qui a mangé la courge ?", theme=theme, state=TextState.APPROVED)
    piece = client.get(f"/themes/{theme.slug}/semblables/?texte=mang%C3%A9+la+courge")
    assert f"/votes/{found.code}" in piece.content.decode()
    assert "<html" not in piece.content.decode()
    assert client.get(f"/themes/{theme.slug}/semblables/").content.strip() == b""
    page = client.get(f"/themes/{theme.slug}/poser/?texte=mang%C3%A9+la+courge")
    assert f"/votes/{found.code}" in page.content.decode()


def test_the_own_page_is_private(client, make_question):
    question = make_question()
    answer = client.get(question.get_private_url())
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    assert 'content="noindex"' in answer.content.decode()
    assert client.get("/ma-question/unknown/").status_code == 404


@pytest.mark.parametrize("state", TextState)
def test_the_own_page_in_every_state(client, make_question, state):
    other = make_question("L’autre ?", state=TextState.APPROVED)
    merged = {"merged_into": other} if state == TextState.MERGED else {}
    refused = {"refused_for": "insult", "note": "Pas gentil."} if state == "rejected" else {}
    question = make_question(state=state, **merged, **refused)
    page = client.get(question.get_private_url()).content.decode()
    assert "Qui a mangé la dernière courge ?" in page
    assert ("Garder la modification" in page) == (state in ("pending", "held"))
    assert ("Pas gentil." in page) == (state == "rejected")
    assert ("L’autre ?" in page) == (state == "merged")


def test_change_withdraw_export_erase(client, make_question):
    question = make_question(name="Lulu")
    own = question.get_private_url()
    assert client.post(own, {"deed": "change", "text": "Autre ?", "seen": "0"}).status_code == 302
    stale = client.post(own, {"deed": "change", "text": "Encore ?", "seen": "0"})
    assert stale.status_code == 409
    assert "Encore ?</textarea>" in stale.content.decode()
    assert client.post(own, {"deed": "change", "text": "x", "seen": "junk"}).status_code == 409
    told = client.get(f"{own}export/")
    assert told.json()["question"] == "Autre\u00a0?"
    assert "attachment" in told["Content-Disposition"]
    assert client.post(own, {"deed": "withdraw"}).status_code == 302
    assert client.post(own, {"deed": "withdraw"}).status_code == 409
    erased = client.post(own, {"deed": "erase"})
    assert "Effacée, pour de bon" in erased.content.decode()
    assert client.get(own).status_code == 404


def test_another_site_cannot_erase(client, make_question):
    question = make_question()
    headers = {"origin": "https://elsewhere.example"}
    answer = client.post(question.get_private_url(), {"deed": "erase"}, headers=headers)
    assert answer.status_code == 403
    question.refresh_from_db()
    assert question.text


def test_an_address_is_kept_for_the_answer_and_taken_off_again(client, theme):
    page = client.get(f"/themes/{theme.slug}/poser/").content.decode()
    assert 'aria-describedby="id_email_helptext"' in page
    assert "Moins de 15" in page
    own = ask(client, theme, email="zoe@example.org").url
    asked = Question.objects.get()
    assert (asked.email, asked.wants_mail) == ("zoe@example.org", True)
    assert client.get(f"{own}export/").json()["email"] == "zoe@example.org"
    assert "zoe@example.org" in client.get(own).content.decode()
    assert client.post(own, {"deed": "forget_address"}).status_code == 302
    asked.refresh_from_db()
    assert (asked.email, asked.wants_mail) == ("", False)
    assert "zoe@example.org" not in client.get(own).content.decode()


def test_no_address_is_fine_a_wrong_one_is_said(client, theme):
    answer = ask(client, theme, email="zoe@")
    assert (answer.status_code, Question.objects.count()) == (422, 0)
    assert 'value="zoe@"' in answer.content.decode()
    ask(client, theme)
    assert Question.objects.get().wants_mail is False


def test_objecting_to_a_refusal(client, make_question):
    question = make_question(state=TextState.REJECTED, refused_for="insult", note="Restons polis.")
    address = question.get_private_url()
    page = client.get(address).content.decode()
    assert "Restons polis." in page
    assert "Dites pourquoi" in page
    assert client.post(address, {"deed": "object", "objection": ""}).status_code == 422
    client.post(address, {"deed": "object", "objection": "C’était un légume."})
    question.refresh_from_db()
    assert (question.state, question.objection) == (TextState.PENDING, "C’était un légume.")
    assert "C’était un légume." in client.get(address).content.decode()


def test_in_a_flood_the_form_comes_back_with_a_sum(client, theme):
    cache.set(f"flood:{theme.pk}", True, 60)
    assert ask(client, theme).status_code == 302
    late = ask(client, theme, "Et qui l’a <vu> ?")
    page = late.content.decode()
    assert (late.status_code, "data-sum=" in page) == (429, True)
    assert "Et qui l’a &lt;vu&gt; ?</textarea>" in page
    assert 'name="sum"' in page


def test_what_was_asked_leads_to_one_next_act(client, theme, make_question):
    waiting = make_question(theme=theme, state="pending")
    questions = f"/themes/{theme.slug}/questions/"
    assert next_acts(client.get(waiting.get_private_url()).text) == [questions]
    shown = make_question(theme=theme, state="approved")
    share = f"{shown.get_absolute_url()}#partager"
    assert next_acts(client.get(shown.get_private_url()).text) == [share]
    hidden = make_question(theme=theme, state="rejected")
    assert next_acts(client.get(hidden.get_private_url()).text) == []
