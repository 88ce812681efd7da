"""Following through all layers: no cookie, no enumeration, nothing lost, one press to end."""
# ruff: noqa: F811

import pytest
from django.test import Client

from audience.domain import mail_budgets
from audience.domain.follow_links import CONFIRM, END
from audience.domain.signing import sign
from audience.models import Mail, Subscription
from tests.audience.following import follower, garden  # noqa: F401
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db
PAGE = "/en/suivre/jardin/7/"


@pytest.fixture(autouse=True)
def _site(house, garden):
    """The pages stand on a site with something to follow."""


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=True)


def token(subscription: Subscription, purpose: str) -> str:
    return sign(str(subscription.pk), purpose)


def test_reading_sets_no_cookie(client):
    answer = client.get(PAGE)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.text
    assert 'href="/jardin/feed/"' in answer.text


def test_what_cannot_be_followed_is_not_found(client):
    for page in ("/suivre/jardin/8/", "/suivre/rien/7/", "/suivre/jardin/8/merci/"):
        assert client.get(page).status_code == 404
        if not page.endswith("merci/"):
            assert client.post(page, {"email": "zoe@example.org"}).status_code == 404


def test_the_answer_is_the_same_for_all(client):
    follower("known@example.org")
    answers = [
        client.post(PAGE, {"email": email}) for email in ("known@example.org", "new@example.org")
    ]
    assert {(one.status_code, one.url, one.content) for one in answers} == {
        (302, f"{PAGE}merci/", b"")
    }
    assert Mail.objects.count() == 2
    assert not any(one.cookies for one in answers)
    done = client.get(answers[0].url)
    assert "Le jardin" in done.text
    assert "example.org" not in done.text


def test_a_mistake_is_named_and_nothing_is_lost(client):
    answer = client.post(PAGE, {"email": "zoe at example"})
    assert answer.status_code == 422
    assert 'value="zoe at example"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert not Subscription.objects.exists()


def test_the_network_s_share(client, monkeypatch):
    monkeypatch.setattr(mail_budgets, "MOST_PER_NETWORK", 1)
    client.post(PAGE, {"email": "zoe@example.org"})
    answer = client.post(PAGE, {"email": "lea@example.org"})
    assert answer.status_code == 429
    assert 'value="lea@example.org"' in answer.text
    assert Subscription.objects.count() == 1


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://testserver", 302), ("https://evil.example", 403), ("null", 403)],
)
def test_a_wish_is_taken_from_our_own_pages(client, origin, status):
    answer = client.post(PAGE, {"email": "zoe@example.org"}, headers={"origin": origin})
    assert answer.status_code == status
    assert Subscription.objects.exists() is (status == 302)
    if status == 403:
        assert 'class="errorlist' in answer.text
        assert 'value="zoe@example.org"' in answer.text


def test_a_scanner_confirms_nothing(client):
    zoe = follower(state="waiting", confirmed_at=None)
    link = f"/en/suivre/oui/{token(zoe, CONFIRM)}/"
    for method in (client.get, client.head):
        answer = method(link)
        assert (answer.status_code, len(answer.cookies)) == (200, 0)
        assert "no-store" in answer["Cache-Control"]
    zoe.refresh_from_db()
    assert zoe.state == "waiting"
    assert "<form" not in client.post(link).text
    zoe.refresh_from_db()
    assert zoe.state == "confirmed"


def test_links_that_are_no_good(client):
    zoe = follower(state="ended")
    ended = client.get(f"/en/suivre/oui/{token(zoe, CONFIRM)}/")
    assert PAGE in ended.text
    for purpose, path in ((END, "oui"), (CONFIRM, "fin")):
        for text in ("1", "1.x", token(zoe, purpose)):
            for method in (client.get, client.post):
                assert method(f"/en/suivre/{path}/{text}/").status_code == 410


def test_one_press_ends_it_from_anywhere(client):
    zoe = follower()
    link = f"/suivre/fin/{token(zoe, END)}/"
    assert "<form" in client.get(link).text
    zoe.refresh_from_db()
    assert zoe.state == "confirmed"
    for _ in range(2):
        answer = client.post(
            link,
            "List-Unsubscribe=One-Click",
            content_type="application/x-www-form-urlencoded",
            headers={"origin": "https://mail.example"},
        )
        assert (answer.status_code, len(answer.cookies)) == (200, 0)
        assert "<form" not in answer.text
    zoe.refresh_from_db()
    assert zoe.state == "ended"
    zoe.delete()
    assert client.post(link).status_code == 200


def test_pages_cost_no_more_for_many(client, django_assert_max_num_queries):
    client.get(PAGE)
    with django_assert_max_num_queries(8):
        client.get(PAGE)


def test_who_follows_is_led_to_one_next_act(client, make_campaign):
    campaign = make_campaign()
    zoe = follower(kind="campaign", key=campaign.meter.key, state="waiting", confirmed_at=None)
    address = f"/suivre/oui/{token(zoe, CONFIRM)}/"
    assert next_acts(client.get(address).text) == []
    assert next_acts(client.post(address).text) == [campaign.url]
