"""What people write on themes, films and pages never runs anywhere."""

import csv
import io

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from audience.domain.form_tickets import new_ticket
from audience.domain.send_mails import send_mails
from qa.domain.answer_question import Said, answer_question
from qa.domain.ask_question import PURPOSE
from qa.domain.decide import decide
from qa.domain.post_comment import Words, keep_comment
from qa.enums import Action, TextState
from qa.models import Question
from qa.models.keys import new_key
from tests.hostile import HOSTILE, MARK, is_safe, look

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_runs_anywhere(client, admin, house, make_theme, make_episode, hostile):
    make_theme(hostile[:60], slug="hostile", question=hostile[:160])
    page, team = make_episode(), Client()
    team.force_login(admin)
    asked = client.post(
        "/themes/hostile/poser/",
        {"text": hostile, "name": hostile[:60], "email": "zoe@example.org",
         "ticket": new_ticket(PURPOSE)},
    )  # fmt: skip
    assert asked.status_code == 302
    question = Question.objects.get()
    comment = keep_comment(page, Words(new_key(), hostile, hostile[:50]), None)
    desk = look(team.get(reverse("desk")).content.decode())
    assert desk.seen >= 2
    question = decide(question, Action.APPROVE, user=admin)
    decide(comment, Action.APPROVE, user=admin)
    answer_question(question, admin, Said(hostile, hostile))
    for address in (
        asked.url,
        "/themes/",
        "/themes/hostile/",
        "/themes/hostile/questions/",
        "/themes/hostile/questions/repondues/",
        "/themes/hostile/poser/?texte=" + "x",
        question.get_absolute_url(),
        f"/questions/{question.code}/voter/",
        f"/signaler/question/{question.code}/",
        page.url,
        f"/commentaires/{page.pk}/",
        f"/commenter/{page.pk}/?reponse={comment.code}",
        comment.get_private_url(),
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert look(answer.content.decode()).seen, address
    for address in ("?pile=answered", "?pile=shown", "?kind=comment&pile=shown"):
        look(team.get(reverse("desk") + address).content.decode())
    feed = client.get("/themes/hostile/questions.xml").content.decode()
    assert f"<script>{MARK}" not in feed
    rows = csv.reader(io.StringIO(b"".join(client.get("/themes/hostile/votes.csv")).decode()))
    assert not any(cell.startswith(("=", "+", "@", "-")) for row in rows for cell in row)
    send_mails()
    (sent,) = mail.outbox
    look(str(sent.alternatives[0].content))
    assert "\n" not in sent.subject


@pytest.mark.parametrize("hostile", HOSTILE[:12])
def test_what_is_refused_comes_back_harmless(client, house, make_theme, hostile):
    make_theme()
    typed = f"{hostile} {'x' * 200}"
    answer = client.post(
        "/themes/argent/poser/", {"text": typed, "name": hostile, "ticket": new_ticket(PURPOSE)}
    )
    assert answer.status_code == 422
    assert look(answer.content.decode()).seen
    assert not Question.objects.filter(state=TextState.PENDING).exists()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (f"https://wa.me/?text=%3C{MARK}%28%29%3E", True),
        (f"mailto:?subject={MARK}", True),
        (f"https://{MARK}.example/", False),
        (f"javascript:{MARK}()", False),
        (f"https://wa.me/?text=<{MARK}>", False),
    ],
)
def test_which_addresses_may_carry_it(address, expected):
    assert is_safe(address) is expected
