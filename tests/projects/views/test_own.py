"""A proposer's pages open for the proposer, and for nobody else."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from projects.models import Project
from qa.domain.decide import decide
from qa.domain.freeze_text import freeze_text
from qa.enums import Action, TextState

pytestmark = pytest.mark.django_db


def test_nobody_else_opens_them(client, project, publish, enter_own):
    stranger = enter_own(publish("b@example.org", title="Autre"))
    own = project.get_private_url()
    for address in (own, f"{own}changer/", f"{own}nouvelles/"):
        assert client.get(address).url == "/projets/lien/"
        assert stranger.get(address).status_code == 404
        assert stranger.post(address, {"deed": "withdraw"}).status_code == 404
    assert stranger.get(f"{own}export/").status_code == 404
    for browser in (stranger, client):
        assert browser.post(f"{own}effacer/").status_code == 404
    assert client.get("/mes-projets/").url == "/projets/lien/"
    project.refresh_from_db()
    assert project.is_public


def test_all_of_a_mailbox(sent, enter_own):
    first, second = sent(), sent(title="Une autre")
    browser = enter_own(first)
    text = browser.get("/mes-projets/").text
    assert first.title in text
    assert second.title in text
    assert second.title in browser.get(first.get_private_url()).text
    assert browser.post("/mes-projets/sortir/").url == "/projets/"
    assert browser.get(first.get_private_url()).url == "/projets/lien/"


def test_refused_changed_and_sent_again(sent, enter_own, mo, typed, draw):
    project = decide(sent(), Action.REJECT, user=mo, reason="other", note="Trop court.")
    browser, own = enter_own(project), project.get_private_url()
    assert "Trop court." in browser.get(own).text
    change = f"{own}changer/"
    assert "2 800" not in browser.get(change).text
    wrong = browser.post(change, typed | {"seen": "3", "town": "", "title": "Gardé"})
    assert wrong.status_code == 422
    assert "Gardé" in wrong.text
    stale = browser.post(change, typed | {"seen": "0"})
    assert stale.status_code == 409
    seen = str(project.version)
    picture = SimpleUploadedFile("a.png", draw())
    kept = browser.post(change, typed | {"seen": seen, "town": "Bron", "picture": picture})
    assert kept.url == own
    project.refresh_from_db()
    assert (project.town, bool(project.picture)) == ("Bron", True)
    without = {"seen": str(project.version), "without_picture": "1"}
    browser.post(change, typed | without)
    project.refresh_from_db()
    assert project.picture == ""
    browser.post(own, {"deed": "send", "seen": str(project.version)})
    project.refresh_from_db()
    assert project.state == TextState.PENDING


def test_redress(sent, enter_own, mo):
    project = decide(sent(), Action.REJECT, user=mo, reason="unclear")
    browser, own = enter_own(project), project.get_private_url()
    assert browser.post(own, {"deed": "object", "objection": " "}).status_code == 422
    assert browser.post(own, {"deed": "object", "objection": "C’est clair."}).url == own
    project.refresh_from_db()
    assert (project.state, project.objection) == (TextState.PENDING, "C’est clair.")
    assert 'name="objection"' not in browser.get(own).text


def test_done_withdrawn_erased(project, enter_own):
    browser, own = enter_own(project), project.get_private_url()
    for deed in ("finish", "resume", "withdraw"):
        assert browser.post(own, {"deed": deed}).url == own
        assert browser.get(own).status_code == 200
    assert browser.post(own, {"deed": "finish"}).status_code == 409
    assert browser.post(own, {"deed": "nonsense"}).status_code == 404
    assert browser.post(f"{own}effacer/").status_code == 200
    assert Project.objects.get().title == ""
    assert browser.get(own).url == "/projets/lien/"


def test_the_export(project, enter_own):
    answer = enter_own(project).get(f"{project.get_private_url()}export/")
    assert json.loads(answer.content)["email"] == "odile@example.org"
    assert "attachment" in answer["Content-Disposition"]


def test_frozen(project, enter_own, admin):
    browser = enter_own(project)
    freeze_text(project, admin, "Enquête")
    answer = browser.post(f"{project.get_private_url()}effacer/")
    assert answer.status_code == 409
    assert "Enquête" in answer.text
