"""The desk through all layers: with scripts, without, in bulk, and by two people at once."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from qa.domain.presence import look_at, seen_by_others
from qa.enums import TextState
from qa.models import Answer, Decision, Question

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(house):
    """The desk stands in the CMS of a site."""


@pytest.fixture
def desk(client, mo):
    client.force_login(mo)
    return client


def decide(desk, question, deed, seen=0, *, script=True, **form):
    headers = {"accept": "application/json"} if script else {"accept": "text/html"}
    address = reverse("decide_text", args=["question", question.pk])
    return desk.post(address, {"deed": deed, "seen": seen, **form}, headers=headers)


def test_the_queue(desk, make_question):
    make_question("<script>alert(1)</script>", name="<b>Lulu</b>")
    page = desk.get(reverse("desk")).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page
    assert "<b>Lulu" not in page
    assert reverse("desk") in desk.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("query", ["pile=shown", "pile=nothing", "theme=x", "theme=999", "p=99"])
def test_the_queue_asked_for_oddly(desk, make_question, query):
    make_question()
    assert desk.get(f"{reverse('desk')}?{query}").status_code == 200


def test_empty_piles(desk):
    assert "Le jardin est désherbé" in desk.get(reverse("desk")).content.decode()
    assert "encore rien ici" in desk.get(f"{reverse('desk')}?pile=away").content.decode()


def test_a_decision_comes_back_as_its_row(desk, make_question):
    question = make_question()
    answer = decide(desk, question, "approve")
    assert answer.status_code == 200
    assert "Affichée." in answer.json()["said"]
    assert 'value="undo"' in answer.json()["row"]
    question.refresh_from_db()
    assert question.state == TextState.APPROVED
    answer = decide(desk, question, "undo", 1)
    assert "Annulé." in answer.json()["said"]
    question.refresh_from_db()
    assert (question.state, question.version) == (TextState.PENDING, 2)


def test_without_scripts_the_page_comes_back(desk, make_question):
    question = make_question()
    back = f"{reverse('desk')}?pile=waiting"
    answer = decide(desk, question, "star", script=False, next=back)
    assert (answer.status_code, answer.url) == (302, back)
    answer = decide(desk, question, "unstar", 1, script=False, next="https://elsewhere.example/")
    assert answer.url == reverse("desk")


def test_declining_needs_a_reason(desk, make_question):
    question = make_question()
    refused = decide(desk, question, "reject", reason="other", note="")
    assert refused.status_code == 400
    assert "Choisissez un motif" in refused.json()["said"]
    done = decide(desk, question, "reject", reason="insult", note="Restons polis.")
    assert done.status_code == 200
    question.refresh_from_db()
    assert (question.refused_for, question.note) == ("insult", "Restons polis.")


def test_who_was_slower_is_told_by_whom(desk, make_question, make_user):
    question = make_question()
    decide(desk, question, "approve")
    late = decide(desk, question, "reject", reason="insult", note="Moi d’abord.")
    assert late.status_code == 409
    assert "mo" in late.json()["said"]
    assert Decision.objects.count() == 1


def test_an_edit_keeps_what_was_sent(desk, make_question):
    question = make_question()
    assert decide(desk, question, "edit", words="Qui l’a croquée ?").status_code == 200
    question.refresh_from_db()
    assert (question.text, question.first_words) == (
        "Qui l’a croquée\u00a0?", "Qui a mangé la dernière courge ?"
    )  # fmt: skip
    assert decide(desk, question, "edit", 1, words=" ").status_code == 400


def test_an_answer_by_a_presenter(client, make_user, make_question):
    client.force_login(make_user("pia", "qa.present_question"))
    question = make_question(state=TextState.APPROVED)
    assert (
        decide(client, question, "answer", answer="Le maire.", spoken_by="Pia").status_code == 200
    )
    assert Answer.objects.get().spoken_by == "Pia"
    assert decide(client, question, "answer", 1, answer=" ").status_code == 400


@pytest.mark.parametrize("deed", ["", "fly", "withdraw", "remove"])
def test_deeds_that_are_none(desk, make_question, deed):
    question = make_question()
    assert decide(desk, question, deed).status_code in (403, 409)
    assert not Decision.objects.exists()


def test_many_at_once(desk, make_question):
    questions = [make_question(f"Question {number} ?") for number in range(4)]
    chosen = [f"question:{one.pk}:0" for one in questions]
    decide(desk, questions[0], "star")
    form = {"deed": "approve", "chosen": [*chosen, "junk", "question:9999:0", "poem:1:0", "::"]}
    answer = desk.post(reverse("decide_many"), form, follow=True)
    text = answer.content.decode()
    assert "3 textes\u00a0: Affichée." in text
    assert "1 texte est resté" in text
    assert Question.objects.filter(state=TextState.APPROVED).count() == 3


def test_what_came_meanwhile_and_who_looks(desk, make_question, make_user, mo):
    first = make_question()
    second = make_question("Nouvelle ?")
    zoe = make_user("zoe")
    look_at(zoe, "question", second.pk)
    address = reverse("desk_look")
    since = quote(first.received_at.isoformat())
    said = desk.post(f"{address}?since={since}", {"open": f"question-{first.pk}"}).json()
    assert said["more"] == 1
    assert said["open"] == {f"question-{second.pk}": f"{zoe} l’a sous les yeux"}
    assert seen_by_others(zoe) == {("question", first.pk): str(mo)}
    assert desk.post(f"{address}?since={since}&theme=999").json()["more"] == 0
    assert seen_by_others(zoe) == {}


@pytest.mark.parametrize("since", ["junk", "2026-99-99", "2026-01-01T00:00", ""])
def test_asked_for_news_oddly(desk, make_question, since):
    make_question()
    said = desk.post(f"{reverse('desk_look')}?since={since}", {"open": "poem-x"}).json()
    assert said["more"] == 1


def test_merged_from_the_desk(desk, make_question):
    one = make_question("Qui paie les cagettes ?")
    other = make_question("Les cagettes, qui les paie ?")
    page = desk.get(reverse("merge_candidates", args=[one.pk])).content.decode()
    assert f'value="{other.pk}"' in page
    assert decide(desk, one, "merge").status_code == 409
    address = f"https://tv.example{other.get_absolute_url()}"
    assert decide(desk, one, "merge", into_code=address).status_code == 200
    one.refresh_from_db()
    assert one.merged_into == other
    assert decide(desk, one, "unmerge", 1).status_code == 200
    assert decide(desk, one, "merge", 2, into=other.pk).status_code == 200
    assert decide(desk, other, "merge", into="x").status_code == 409


def test_taken_handed_over_and_labelled(desk, make_question, make_user, mo):
    question, zoe = make_question(), make_user("zoe", "qa.sort_text")
    assert decide(desk, question, "take").status_code == 200
    question.refresh_from_db()
    assert question.assigned_to == mo
    assert decide(desk, question, "assign", 1, to=zoe.pk).status_code == 200
    assert decide(desk, question, "assign", 2, to="0").status_code == 400
    assert decide(desk, question, "label", 2, label=" Prix ").status_code == 200
    question.refresh_from_db()
    assert (question.assigned_to, question.label) == (zoe, "Prix")
    assert decide(desk, question, "assign", 3, to="").status_code == 200


def test_an_answer_in_a_film(client, make_user, make_question, make_film):
    client.force_login(make_user("pia", "qa.present_question"))
    question, film = make_question(state=TextState.APPROVED), make_film()
    late = decide(client, question, "answer", film=film.pk, second="12:75")
    assert (late.status_code, "12:05" in late.json()["said"]) == (400, True)
    assert decide(client, question, "answer", film=film.pk, second="12:05").status_code == 200
    assert Answer.objects.get().starts_at_s == 725


@pytest.mark.parametrize("name", ["desk"])
def test_only_for_those_who_curate(client, make_user, name):
    client.force_login(make_user("ed"))
    answer = client.get(reverse(name), follow=True)
    assert "Modération</h1>" not in answer.content.decode()
    assert answer.status_code == 403 or answer.redirect_chain


def test_an_answer_live(client, make_user, make_question):
    client.force_login(make_user("pia", "qa.present_question"))
    question = make_question(state=TextState.APPROVED)
    assert decide(client, question, "answer", film="live", spoken_by="Pia").status_code == 200
    assert Answer.objects.get().kind == "live"
    assert "Répondu en direct" in client.get(question.get_absolute_url()).content.decode()
