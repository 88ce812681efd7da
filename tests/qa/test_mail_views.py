"""Ending mails about a question: one press, also from a mail program."""

import pytest
from django.test import Client

from qa.domain.tell_asker import end_link

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(house):
    """The page stands on a site."""


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def asked(make_question):
    return make_question(email="zoe@example.org", wants_mail=True)


def path_to(question) -> str:
    return "/" + end_link(question).split("/", 3)[3]


def test_opening_ends_nothing_pressing_does(client, asked):
    page = client.get(path_to(asked))
    assert '<form method="post">' in page.content.decode()
    assert ("no-store" in page["Cache-Control"], bool(page.cookies)) == (True, False)
    asked.refresh_from_db()
    assert asked.wants_mail
    headers = {"origin": "https://mail.example"}
    form = {"List-Unsubscribe": "One-Click"}
    for _ in range(2):
        answer = client.post(path_to(asked), form, headers=headers)
        assert (answer.status_code, '<form method="post">' in answer.content.decode()) == (
            200,
            False,
        )
    asked.refresh_from_db()
    assert (asked.email, asked.wants_mail) == ("", False)


def test_a_link_that_is_not_ours(client, asked):
    assert client.post("/reponses/fin/1.x/").status_code == 410
    asked.refresh_from_db()
    assert asked.email
