"""News are told and taken back by the proposer."""

import pytest

from audience.domain.form_tickets import new_ticket
from projects.domain.post_news import PURPOSE
from projects.models import ProjectNews

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
