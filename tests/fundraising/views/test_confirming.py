"""A deed is explained, done by a press of our own page alone, and refused in words."""

import pytest
from django.test import RequestFactory

from fundraising.refusals import NotToStop
from fundraising.views.confirming import explain_and_do

pytestmark = pytest.mark.django_db
PAGE = "fundraising/erase_gift.html"


@pytest.fixture
def done() -> list:
    return []


@pytest.fixture
def asks(gift, done):
    """Ask for the deed, with what the request brings."""

    def asks(method: str = "get", **headers: str):
        request = getattr(RequestFactory(), method)("/", headers=headers)
        return explain_and_do(request, gift, done.append, PAGE)

    return asks


@pytest.fixture
def gift(make_gift):
    return make_gift()


def test_looking_does_nothing(asks, done):
    assert asks().status_code == 200
    assert done == []


def test_a_press_does_it_and_leads_back(asks, done, gift):
    answer = asks("post")
    assert (answer.status_code, answer.url) == (302, gift.get_absolute_url())
    assert done == [gift]


def test_not_from_another_site(asks, done):
    assert asks("post", Origin="https://evil.example").status_code == 403
    assert done == []


def test_what_is_refused_is_said(gift):
    def refuse(_gift):
        raise NotToStop

    answer = explain_and_do(RequestFactory().post("/"), gift, refuse, PAGE)
    assert answer.status_code == NotToStop.status
    assert "form__wrong" in answer.content.decode()
    assert answer["Referrer-Policy"] == "same-origin"
