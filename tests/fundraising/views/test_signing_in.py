"""The way in: a press, once; and out again, here or everywhere."""

import pytest
from django.test import Client
from django.urls import reverse

from audience.domain.mailbox_links import token_of
from audience.models import Mail, MailboxLink
from fundraising.domain.sign_in import make_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(fundraiser) -> MailboxLink:
    return make_link(fundraiser.owner, fundraiser)


@pytest.fixture
def address(link) -> str:
    return reverse("sign_in", args=[token_of(link)])


def test_looking_at_the_link_uses_nothing_up(client, address, link):
    for _ in range(3):
        answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    link.refresh_from_db()
    assert link.used_at is None


def test_pressed_once(client, address, fundraiser):
    answer = client.post(address)
    assert answer.url == f"/mes-collectes/{fundraiser.code}/"
    cookie = answer.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert client.get(answer.url).status_code == 200
    again = Client().post(address)
    assert again.status_code == 410
    assert not again.cookies
    assert Client().get(address).status_code == 410


def test_not_from_another_site(client, address, link):
    answer = client.post(address, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    link.refresh_from_db()
    assert link.used_at is None


@pytest.mark.parametrize("token", ["x", "1.abc", "%3Cb%3E"])
def test_what_we_did_not_sign(client, house, token):
    for ask in (client.get, client.post):
        assert ask(f"/mes-collectes/entrer/{token}/").status_code == 410


def test_asking_for_a_link_says_the_same_to_all(client, fundraiser):
    answers = [
        client.post("/mes-collectes/", {"email": email}).content.decode()
        for email in ("zoe@example.org", "nobody@example.org")
    ]
    plain = [page.replace("nobody@", "zoe@") for page in answers]
    assert plain[0] == plain[1]
    assert Mail.objects.count() == 1
    assert client.post("/mes-collectes/", {"email": "zoe"}).status_code == 422


def test_out_of_this_browser_or_of_all(sign_in, fundraiser):
    here, there = sign_in(fundraiser.owner), sign_in(fundraiser.owner)
    own = fundraiser.get_private_url()
    here.post("/mes-collectes/sortir/")
    assert here.get(own).url == "/mes-collectes/"
    assert there.get(own).status_code == 200
    here = sign_in(fundraiser.owner)
    here.post("/mes-collectes/sortir/", {"everywhere": "1"})
    assert here.get(own).status_code == there.get(own).status_code == 302


def test_the_list_of_ones_own(sign_in, fundraiser, make_page_of):
    other = make_page_of("lea@example.org", title="Léa nage")
    page = sign_in(fundraiser.owner).get("/mes-collectes/").content.decode()
    assert fundraiser.title in page
    assert other.title not in page
