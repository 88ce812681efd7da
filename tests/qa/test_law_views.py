"""A text before the law, in the CMS: removed with its equals, frozen, released."""

import pytest
from django.urls import reverse

from qa.enums import TextState
from qa.models import Question

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(house):
    """The page stands in the CMS of a site."""


@pytest.fixture
def desk(client, lea):
    client.force_login(lea)
    return client


@pytest.fixture
def question(make_question):
    return make_question("Le <navet> ?", state=TextState.APPROVED)


def path_to(question) -> str:
    return reverse("text_by_law", args=["question", question.pk])


def test_removed_then_its_equals(desk, question, make_question):
    same = make_question("Le navet", state=TextState.APPROVED)
    page = desk.get(path_to(question)).content.decode()
    assert ("Le &lt;navet&gt; ?" in page, 'name="chosen"' in page) == (True, False)
    form = {"deed": "remove", "reason": "hate", "note": "Non.", "seen": 0}
    assert desk.post(path_to(question), form).url == path_to(question)
    question.refresh_from_db()
    assert (question.state, question.note) == ("removed", "Non.")
    page = desk.get(path_to(question)).content.decode()
    assert f'value="question:{same.pk}:0" checked' in page
    assert "pages" in page
    chosen = [f"question:{same.pk}:0", "question:x:y", "junk", f"question:{question.pk}:1"]
    desk.post(path_to(question), {"deed": "equals", "chosen": chosen})
    same.refresh_from_db()
    assert (same.state, same.refused_for) == ("removed", "hate")


def test_frozen_and_released(desk, question, client):
    desk.post(path_to(question), {"deed": "freeze", "why": "Plainte du 3 mai", "seen": 0})
    question.refresh_from_db()
    assert question.frozen_for == "Plainte du 3 mai"
    own = client.get(question.get_private_url()).content.decode()
    assert ("Plainte du 3 mai" in own, 'value="erase"' in own) == (True, False)
    assert client.post(question.get_private_url(), {"deed": "erase"}).status_code == 409
    desk.post(path_to(question), {"deed": "thaw", "why": "Classée", "seen": 1})
    question.refresh_from_db()
    assert question.frozen_for == ""


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"deed": "remove", "seen": 0, "note": "<Note>"}, 400),
        ({"deed": "remove", "seen": 7, "reason": "hate", "note": "<Note>"}, 409),
        ({"deed": "remove", "seen": 0, "reason": "hate", "note": "<Note>" + "a" * 300}, 422),
        ({"deed": "freeze", "seen": "x", "why": "<Note>"}, 409),
        ({"deed": "freeze", "seen": 0}, 422),
        ({"deed": "burn", "seen": 9, "why": "<Note>"}, 409),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(desk, question, form, status):
    answer = desk.post(path_to(question), form)
    assert answer.status_code == status
    if len(form) > 2:
        assert "&lt;Note&gt;" in answer.content.decode()
    question.refresh_from_db()
    assert question.version == 0


def test_only_who_may_remove(client, mo, question):
    client.force_login(mo)
    form = {"deed": "remove", "reason": "hate", "seen": 0}
    assert client.post(path_to(question), form).status_code in (302, 403)
    assert Question.objects.get().state == TextState.APPROVED


def test_nothing_there(desk):
    assert desk.get(reverse("text_by_law", args=["question", 0])).status_code == 404
    assert desk.get(reverse("text_by_law", args=["recipe", 1])).status_code == 404
