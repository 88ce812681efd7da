"""News are told and taken back by the proposer."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from audience.domain.form_tickets import new_ticket
from projects.domain.post_news import PURPOSE
from projects.models import ProjectNews
from projects.refusals import NoPicture
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


def test_told_and_taken_back(project, enter_own, sent):
    browser, page = enter_own(project), f"{project.get_private_url()}nouvelles/"
    assert browser.get(page).status_code == 200
    told = {"ticket": new_ticket(PURPOSE), "text": "Une roue 🎉"}
    for _ in range(2):
        assert browser.post(page, told).url == page
    news = ProjectNews.objects.get()
    assert news.text in browser.get(page).text
    assert browser.post(page, {"deed": "take_back", "news": news.code}).url == page
    assert not ProjectNews.objects.exists()


def test_what_is_wrong(project, enter_own):
    browser, page = enter_own(project), f"{project.get_private_url()}nouvelles/"
    assert browser.post(page, {"ticket": "old", "text": "Une roue"}).status_code == 422
    empty = browser.post(page, {"ticket": new_ticket(PURPOSE), "text": "\u200b"})
    assert empty.status_code == 422
    type(project).objects.update(state="hidden")
    answer = browser.post(page, {"ticket": new_ticket(PURPOSE), "text": "Une roue"})
    assert answer.status_code == 409
    assert not ProjectNews.objects.exists()


def test_a_picture_with_its_words(project, enter_own, mo, draw, client):
    browser, page = enter_own(project), f"{project.get_private_url()}nouvelles/"
    file = SimpleUploadedFile("brouette.png", draw(), "image/png")
    typed = {"text": "Une roue", "picture": file, "picture_alt": 'Ronde & "neuve"'}
    assert browser.post(page, {"ticket": new_ticket(PURPOSE)} | typed).status_code == 302
    news = ProjectNews.objects.get()
    shown = 'alt="Ronde &amp; &quot;neuve&quot;" lang="fr"'
    assert shown in browser.get(page).text
    assert news.picture not in client.get(project.get_absolute_url()).text
    decide(news, Action.APPROVE, user=mo)
    with override("en"):
        public = client.get(project.get_absolute_url()).text
    assert (news.picture in public, shown in public) == (True, True)
    client.force_login(mo)
    assert news.picture in client.get(reverse("project_desk", args=[project.pk])).text


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg onload=alert(1)>"])
def test_a_file_that_is_no_picture_loses_no_word(project, enter_own, content):
    browser, page = enter_own(project), f"{project.get_private_url()}nouvelles/"
    file = SimpleUploadedFile("x.png", content or b"\x00", "image/png")
    typed = {"text": "Une roue", "picture": file, "picture_alt": "Ronde"}
    answer = browser.post(page, {"ticket": new_ticket(PURPOSE)} | typed)
    assert answer.status_code == 422
    assert str(NoPicture()) in unescape(answer.text)
    assert ">\nUne roue</textarea>" in answer.text
    assert 'value="Ronde"' in answer.text
    assert "Choisissez l’image encore une fois" in answer.text
    assert not ProjectNews.objects.exists()
