"""Proposing through the browser: errors keep what was typed, a link proves who it is."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from audience.domain.mailbox_links import token_of
from audience.models import Mail, MailboxLink
from projects.models import Project

pytestmark = pytest.mark.django_db
FORM = "/projets/proposer/"


def test_from_the_form_to_ones_own_page(client, typed, draw):
    page = client.get(FORM)
    assert page.status_code == 200
    assert not page.cookies
    picture = SimpleUploadedFile("a.png", draw())
    answer = client.post(FORM, typed | {"picture": picture})
    assert (answer.status_code, answer.url) == (302, "/projets/envoye/")
    assert client.get(answer.url).status_code == 200
    project = Project.objects.get()
    assert project.is_draft
    assert project.picture
    link = f"/projets/entrer/{token_of(MailboxLink.objects.get())}/"
    looked = client.get(link)
    assert looked["Referrer-Policy"] == "same-origin"
    assert Project.objects.get().is_draft, "looking proves nothing"
    entered = client.post(link)
    assert entered.url == project.get_private_url()
    assert Project.objects.get().is_waiting
    assert client.post(link).status_code == 410
    assert client.get(link).status_code == 410
    assert client.get(entered.url).status_code == 200


@pytest.mark.parametrize("language", ["", "/en"])
def test_errors_keep_what_was_typed(client, typed, language):
    for name, value in (("email", "odile"), ("amount", "beaucoup"), ("agrees", ""), ("town", " ")):
        answer = client.post(f"{language}{FORM}", typed | {name: value})
        assert answer.status_code == 422
        assert "Des roues pour la soupe" in answer.text
        assert "Le mardi, 60 soupes." in answer.text
        assert 'role="alert"' in answer.text
    assert not Project.objects.exists()
    assert not Mail.objects.exists()


def test_a_picture_that_is_none(client, typed):
    answer = client.post(FORM, typed | {"picture": SimpleUploadedFile("a.png", b"<svg>")})
    assert answer.status_code == 422
    assert "Des roues pour la soupe" in answer.text
    assert not Project.objects.exists()


def test_an_old_form_and_another_site(client, typed):
    old = client.post(FORM, typed | {"ticket": "old"})
    assert old.status_code == 422
    assert "Des roues" in old.text
    foreign = client.post(FORM, typed, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert not Project.objects.exists()


def test_pressed_twice(client, typed):
    for _ in range(2):
        assert client.post(FORM, typed).status_code == 302
    assert Project.objects.count() == Mail.objects.count() == 1


def test_another_link(client, project):
    before = MailboxLink.objects.count()
    assert client.get("/projets/lien/").status_code == 200
    assert client.post("/projets/lien/", {"email": "no"}).status_code == 422
    for email in ("odile@example.org", "nobody@example.org"):
        assert client.post("/projets/lien/", {"email": email}).url == "/projets/envoye/"
    assert MailboxLink.objects.count() == before + 1
    assert client.post("/projets/entrer/nonsense/").status_code == 410
