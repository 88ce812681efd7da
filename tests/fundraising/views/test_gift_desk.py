"""The team's list of gifts: found, explained, given back; for those who keep the books."""

import pytest

from audience.domain.form_tickets import new_ticket
from fundraising.models import Donation
from fundraising.views.gift_desk import PURPOSE

pytestmark = pytest.mark.django_db
LIST = "/admin/gifts/"


@pytest.fixture
def books(client, make_user):
    client.force_login(make_user("lea", "fundraising.keep_books"))
    return client


@pytest.fixture
def gift(make_gift, tell, stripe_account) -> Donation:
    gift = make_gift(provider=stripe_account.key, name="<b>Inès</b>")
    tell(gift, provider_ref="pi_1")
    gift.refresh_from_db()
    return gift


def test_listed_and_found(books, gift, make_gift):
    make_gift(gift.fundraiser, is_test=True)
    every = books.get(LIST).content.decode()
    assert every.count("<code>") == 2
    assert gift.key in books.get(LIST, {"q": gift.key[:8], "state": "paid"}).content.decode()
    only = books.get(LIST, {"kind": "test"}).content.decode()
    assert gift.key not in only
    assert "Sortez quelque chose" in books.get(LIST, {"q": "personne"}).content.decode()
    wrong = books.get(LIST, {"first": "hier", "fund": "x", "p": "x"})
    assert (wrong.status_code, gift.key in wrong.content.decode()) == (200, True)


def test_one_gift_and_what_was_told(books, gift):
    page = books.get(f"{LIST}{gift.pk}/").content.decode()
    assert "https://dashboard.stripe.com/payments/pi_1" in page
    assert "evt-" in page
    assert "<b>Inès" not in page
    assert books.get(f"{LIST}999/").status_code == 404


def test_given_back_once_and_never_more_than_is_left(books, gift, stripe_api):
    address, ticket = f"{LIST}{gift.pk}/", new_ticket(PURPOSE)
    for _ in range(2):
        answer = books.post(address, {"amount": "5,50", "ticket": ticket})
        assert answer.status_code == 302
    assert len(stripe_api.by_key) == 1
    path, form = stripe_api.asked[0]
    assert (path, form["amount"], form["payment_intent"]) == ("/v1/refunds", "550", "pi_1")
    gift.refresh_from_db()
    assert gift.state == "paid"
    for amount in ("20,01", "0", "-1", "vingt", ""):
        refused = books.post(address, {"amount": amount, "ticket": new_ticket(PURPOSE)})
        assert refused.status_code == 422
        assert "GFT-007" in refused.content.decode()
    stripe_api.is_away = True
    away = books.post(address, {"amount": "1", "ticket": new_ticket(PURPOSE)})
    assert away.status_code == 502
    assert len(stripe_api.by_key) == 1


def test_where_the_provider_gives_nothing_back_its_back_office_is_named(
    books, make_gift, tell, helloasso_account
):
    gift = make_gift(provider=helloasso_account.key)
    tell(gift, provider_ref="15222")
    page = books.get(f"{LIST}{gift.pk}/").content.decode()
    assert "https://admin.helloasso.com/epicerie-du-pont/accueil" in page
    assert 'name="amount"' not in page
    refused = books.post(f"{LIST}{gift.pk}/", {"amount": "1", "ticket": new_ticket(PURPOSE)})
    assert refused.status_code == 422


def test_a_gift_of_a_provider_that_is_gone(books, make_gift, tell):
    gift = make_gift()
    tell(gift, provider_ref="x")
    assert books.get(f"{LIST}{gift.pk}/").status_code == 200


def test_only_for_those_who_keep_the_books(client, make_user, gift):
    client.force_login(make_user("mo", "qa.moderate_text"))
    for address in (LIST, f"{LIST}{gift.pk}/"):
        assert client.get(address).status_code in (302, 403)
    refund = {"amount": "1", "ticket": new_ticket(PURPOSE)}
    assert client.post(f"{LIST}{gift.pk}/", refund).status_code in (302, 403)
    client.logout()
    assert client.get(LIST).status_code == 302
