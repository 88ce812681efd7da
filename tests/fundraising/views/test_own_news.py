"""Owners tell news, look after them and take them back; nobody else does."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from audience.domain.form_tickets import new_ticket
from fundraising.domain.post_news import PURPOSE
from fundraising.models import News
from qa.domain.decide import decide
from qa.enums import Action, TextState

pytestmark = pytest.mark.django_db


@pytest.fixture
def zoe(sign_in, fundraiser) -> Client:
    return sign_in(fundraiser.owner)


@pytest.fixture
def typed() -> dict[str, object]:
    return {
        "text": "Trois kilomètres",
        "picture_alt": "Un poireau qui court",
        "ticket": new_ticket(PURPOSE),
    }


def test_told_approved_and_read_by_all(zoe, fundraiser, typed, draw, mo, client):
    own, public = f"{fundraiser.get_private_url()}nouvelles/", fundraiser.get_absolute_url()
    picture = SimpleUploadedFile("a.png", draw(), "image/png")
    assert zoe.post(own, typed | {"picture": picture}).url == own
    assert zoe.post(own, typed).url == own
    news = News.objects.get()
    assert news.picture.endswith(".jpg")
    assert "Trois kilomètres" in zoe.get(own).content.decode()
    assert "Trois kilomètres" not in client.get(public).content.decode()
    decide(news, Action.APPROVE, user=mo)
    shown = client.get(public, {"fresh": "1"}).content.decode()
    assert "Trois kilomètres" in shown
    assert 'alt="Un poireau qui court" lang="fr"' in shown
    assert f"/signaler/page_news/{news.code}/" in shown
    assert client.get(f"/signaler/page_news/{news.code}/").status_code == 200
    assert zoe.post(own, {"deed": "take_back", "news": news.code}).status_code == 302
    assert not News.objects.exists()


def test_strangers_and_other_owners_do_nothing(make_news, sign_in, make_page_of, typed):
    news = make_news()
    own = news.get_private_url()
    lea = sign_in(make_page_of("lea@example.org").owner)
    for values in (typed, {"deed": "take_back", "news": news.code}):
        assert Client().post(own, values).url == "/mes-collectes/"
        assert lea.post(own, values).status_code == 404
    assert lea.get(own).status_code == 404
    assert News.objects.get() == news


def test_what_is_refused_loses_nothing(zoe, fundraiser, typed):
    own = f"{fundraiser.get_private_url()}nouvelles/"
    bad = SimpleUploadedFile("a.jpg", b"<svg onload=alert(1)>", "image/jpeg")
    for values in (
        typed | {"picture": bad},
        typed | {"ticket": "old"},
        typed | {"text": "Trois kilomètres" * 40},
    ):
        answer = zoe.post(own, values)
        assert answer.status_code == 422
        assert "Trois kilomètres" in answer.content.decode()
        assert "Un poireau qui court" in answer.content.decode()
    assert not News.objects.exists()


def test_not_of_a_page_that_is_not_shown(sign_in, make_page_of, typed):
    page = make_page_of(state=TextState.PENDING)
    zoe, own = sign_in(page.owner), f"{page.get_private_url()}nouvelles/"
    assert b"<textarea" not in zoe.get(own).content
    assert zoe.post(own, typed).status_code == 409


def test_a_frozen_one_cannot_be_taken_back(zoe, make_news, fundraiser):
    news = make_news(fundraiser, frozen_for="enquête")
    answer = zoe.post(news.get_private_url(), {"deed": "take_back", "news": news.code})
    assert answer.status_code == 409
    assert News.objects.exists()
