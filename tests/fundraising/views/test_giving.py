"""Giving: a form without cookie or token, the provider's tellings, and the donor's own page."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audience.domain.form_tickets import new_ticket
from fundraising.domain.begin_gift import PURPOSE
from fundraising.domain.follow_link import PURPOSE as LINK
from fundraising.enums import EventKind
from fundraising.gateways.payments import Checkout
from fundraising.gateways.trial_provider import HEADER, notify, signed
from fundraising.models import Donation, Fundraiser, ProviderEvent
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(page_with_gifts) -> str:
    return f"{page_with_gifts.get_absolute_url()}donner/"


@pytest.fixture
def typed() -> dict[str, str]:
    wish = {"choice": "2000", "visibility": "alias", "name": "Un radis", "shows_amount": "on"}
    return wish | {"message": "Cours !", "ticket": new_ticket(PURPOSE)}


def post_told(client: Client, gift: Donation, **values: object):
    sent = []
    checkout = Checkout(gift.key, gift.amount_cents, "EUR", "x", "/")
    usual = {"event_id": "e1", "kind": EventKind.PAID, "amount_cents": gift.amount_cents}
    notify(checkout, **usual | values, send=lambda *args: sent.append(args))
    [(_address, body, headers)] = sent
    return client.post(
        "/paiements/test/", body, content_type="application/json",
        headers={HEADER: headers[HEADER]},
    )  # fmt: skip


def test_begun_without_a_cookie_and_told(client, address, typed, page_with_gifts):
    page = client.get(address)
    assert not page.cookies
    assert "csrfmiddlewaretoken" not in page.content.decode()
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(address, typed)
    assert (answer.status_code, answer.url[:16]) == (302, "/paiement-essai/")
    assert not answer.cookies
    gift = Donation.objects.get()
    own = client.get(gift.get_absolute_url())
    assert own["Referrer-Policy"] == "same-origin"
    for _ in range(3):
        assert post_told(strict, gift).status_code == 200
    assert ProviderEvent.objects.count() == 1
    assert "20\u00a0€" in client.get(gift.get_absolute_url()).content.decode()
    public = client.get(page_with_gifts.get_absolute_url()).content.decode()
    assert "Un radis" in public
    assert "Cours !" not in public
    assert "sans argent" in public


@pytest.mark.parametrize("state", ["pending", "paid", "refused", "cancelled", "part", "refunded"])
def test_every_state_has_its_words(client, make_gift, state):
    gift = make_gift(state=state, paid_cents=20_00)
    assert client.get(gift.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("state", "is_over", "again"),
    [("refused", False, True), ("cancelled", False, True), ("refused", True, False),
     ("paid", False, False), ("pending", False, False)],
)  # fmt: skip
def test_what_was_not_paid_can_be_tried_again(
    client, page_with_gifts, make_gift, state, is_over, again
):
    gift = make_gift(page_with_gifts, state=state, paid_cents=20_00 if state == "paid" else 0)
    if is_over:
        Fundraiser.objects.filter(pk=gift.fundraiser_id).update(closed_at=timezone.now())
    text = client.get(gift.get_absolute_url()).text
    assert (f"{gift.fundraiser.get_absolute_url()}donner/" in text) is again


def test_a_closed_page_says_so_and_where_to_go(client, address):
    Fundraiser.objects.update(closed_at=timezone.now())
    text = client.get(address).text.split("<h1")[1].split("<footer")[0]
    assert "Cette collecte est close" in text
    assert f'href="{reverse("fundraisers")}"' in text
    assert "<form" not in text


@pytest.mark.parametrize("state", ["withdrawn", "hidden"])
def test_a_page_that_went_is_not_led_to(client, page_with_gifts, make_gift, state):
    gift = make_gift(page_with_gifts, state="paid", paid_cents=20_00)
    Fundraiser.objects.update(state=state)
    text = client.get(gift.get_absolute_url()).text
    assert page_with_gifts.get_absolute_url() not in text
    assert "reste donné" in text


def test_what_was_typed_comes_back(client, address, typed):
    answer = client.post(address, typed | {"choice": "free", "amount": "<b>", "name": "Inès"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "&lt;b&gt;" in page
    assert 'value="Inès"' in page
    old = client.post(address, typed | {"ticket": "x"})
    assert "Cours !" in old.content.decode()
    foreign = client.post(address, typed, headers={"Origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert not Donation.objects.exists()


def test_forged_and_foolish_tellings(client, page_with_gifts, make_gift):
    gift = make_gift(page_with_gifts, provider="test", is_test=True)
    url = "/paiements/test/"
    assert client.post(url, b"{}", content_type="application/json").status_code == 403
    for body, status in ((b"{}", 422), (b"x" * 70_000, 404)):
        answer = client.post(
            url, body, content_type="application/json", headers={HEADER: signed(body)}
        )
        assert answer.status_code == status
    assert client.post("/paiements/nobody/").status_code == 404
    assert client.get(url).status_code == 405
    gift.delete()
    assert post_told(client, gift).status_code == 404


def test_off_unless_a_setting_turns_it_on(client, address, page_with_gifts, make_gift, settings):
    gift = make_gift(page_with_gifts, provider="test", is_test=True)
    settings.TEST_GIFTS = "off"
    assert post_told(client, gift).status_code == 404
    assert '<form class="form"' not in client.get(address).content.decode()
    public = client.get(page_with_gifts.get_absolute_url()).content.decode()
    assert address not in public


def test_a_page_that_is_not_shown_takes_nothing(client, make_page_of):
    page = make_page_of(state="pending")
    assert client.get(f"{page.get_absolute_url()}donner/").status_code == 404


def test_paid_at_a_real_provider(client, fund, fundraiser, stripe_account, stripe_api, typed):
    fund.provider = stripe_account.key
    fund.save()
    address = f"{fundraiser.get_absolute_url()}donner/"
    form = client.get(address)
    # Browsers follow a redirect after a form only where the policy lets forms lead.
    assert "form-action 'self' https://checkout.stripe.com" in form["Content-Security-Policy"]
    answer = client.post(address, typed)
    assert (answer.status_code, answer.url[:28]) == (302, "https://checkout.stripe.com/")
    gift = Donation.objects.get()
    assert (gift.provider, gift.is_test, gift.state) == ("stripe-pont", False, "pending")
    [(_path, asked)] = stripe_api.asked
    assert asked["cancel_url"].endswith(address)
    assert asked["success_url"].endswith(gift.get_absolute_url())


def test_a_provider_that_is_away_loses_nothing(
    client, fund, fundraiser, stripe_account, stripe_api, typed
):
    fund.provider = stripe_account.key
    fund.save()
    stripe_api.is_away = True
    answer = client.post(f"{fundraiser.get_absolute_url()}donner/", typed)
    assert answer.status_code == 502
    page = answer.content.decode()
    assert "prestataire de paiement ne répond pas" in page
    assert "Cours !" in page
    stripe_api.is_away = False
    client.post(f"{fundraiser.get_absolute_url()}donner/", typed)
    assert Donation.objects.count() == 1


def test_only_a_link_claims_no_money_and_counts_presses(client, fund, fundraiser):
    fund.donation_page = "https://asso.example/donner"
    fund.save()
    public = client.get(fundraiser.get_absolute_url()).content.decode()
    assert "Donner chez Épicerie du Pont" in public
    assert "collect-total" not in public.split("<script")[0]
    assert "300" not in client.get("/collectes/").content.decode()
    address = f"{fundraiser.get_absolute_url()}donner/"
    form = client.get(address)
    assert not form.cookies
    assert "form-action 'self' https://asso.example" in form["Content-Security-Policy"]
    ticket = new_ticket(LINK)
    for _ in range(2):
        answer = client.post(address, {"ticket": ticket})
        assert (answer.status_code, answer.url) == (302, "https://asso.example/donner")
    assert client.post(address, {"ticket": "x"}).status_code == 200
    foreign = client.post(
        address, {"ticket": new_ticket(LINK)}, headers={"Origin": "https://evil.example"}
    )
    assert foreign.status_code == 403
    assert "pressé une fois" in client.get(fundraiser.get_absolute_url()).content.decode()
    assert not Donation.objects.exists()


def test_what_was_given_before_stays_told(client, fund, fundraiser, make_gift, tell):
    tell(make_gift(fundraiser))
    fund.donation_page = "https://asso.example/donner"
    fund.save()
    public = client.get(fundraiser.get_absolute_url()).content.decode()
    assert "20\u00a0€" in public
    assert "Donner chez" in public


def test_the_fee_is_offered_and_never_ticked_beforehand(client, address, typed):
    form = client.get(address).content.decode()
    assert "1,5" in form
    assert "10,41\u00a0€" in form
    [box] = [part for part in form.split("<input") if 'name="covers_fees"' in part]
    assert "checked" not in box.split(">")[0]
    client.post(address, typed | {"covers_fees": "on"})
    gift = Donation.objects.get()
    assert (gift.amount_cents, gift.covered_cents) == (20_56, 56)
    assert "56" in client.get(gift.get_absolute_url()).content.decode()


def test_thanks_lead_to_one_next_act_and_tell_how_to_follow(client, make_gift):
    gift = make_gift(state="paid", paid_cents=20_00)
    address = gift.get_absolute_url()
    text = client.get(address).text
    assert next_acts(text) == [f"{gift.fundraiser.get_absolute_url()}#partager"]
    cause = gift.fundraiser.fund.cause.translation_key.hex
    for way in ("", "nouvelles/", "dates.ics"):
        assert f"/suivre/cause/{cause}/{way}" in text
    gift.state, gift.refunded_cents = "refunded", gift.paid_cents
    gift.save()
    assert next_acts(client.get(address).text) == []
