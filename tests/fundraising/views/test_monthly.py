"""A monthly gift through the pages of the test provider, and on its donor's own page."""

import pytest
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from audience.domain.form_tickets import new_ticket
from audience.models import Mail
from fundraising.domain.begin_gift import PURPOSE
from fundraising.models import Donation, RecurringGift
from fundraising.templatetags.collections import months_token
from fundraising.views.trial_provider import MONTHS
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db(transaction=True)
QUERIES = 5
PAYS = {"deed": "pay", "number": "4242 4242 4242 4242"}


@pytest.fixture
def address(page_with_gifts, settings, live_server: LiveServer) -> str:
    settings.PUBLIC_URL = live_server.url
    return f"{page_with_gifts.get_absolute_url()}donner/"


@pytest.fixture
def typed() -> dict[str, str]:
    wish = {"choice": "2000", "visibility": "alias", "name": "Un radis", "shows_amount": "on"}
    wish |= {"rhythm": "monthly", "email": "radis@example.org"}
    return wish | {"message": "Cours !", "ticket": new_ticket(PURPOSE)}


@pytest.fixture
def order(client, address, typed) -> RecurringGift:
    """A gift of 20 € a month whose first month is paid."""
    paying = client.post(address, typed).url
    assert "chaque mois" in client.get(paying).content.decode()
    client.post(paying, PAYS)
    return RecurringGift.objects.get()


def play(client, order: RecurringGift, deed: str, ticket: str = "") -> None:
    token = months_token(order)
    client.post(
        reverse("test_months", args=[token]), {"deed": deed, "ticket": ticket or new_ticket(MONTHS)}
    )
    order.refresh_from_db()
    order.fundraiser.refresh_from_db()


def test_once_is_what_nobody_has_to_choose(client, address, typed):
    page = client.get(address).content.decode()
    assert 'value="once" id="id_rhythm_0" checked' in page
    assert "arrêtez" in page
    answer = client.post(address, typed | {"email": ""})
    assert answer.status_code == 422
    assert not RecurringGift.objects.exists()
    client.post(address, typed | {"rhythm": ""})
    assert (Donation.objects.count(), RecurringGift.objects.count()) == (1, 0)


def test_no_such_choice_where_there_is_no_such_account(client, fund, fundraiser, helloasso_account):
    fund.provider = helloasso_account.key
    fund.save()
    page = client.get(f"{fundraiser.get_absolute_url()}donner/").content.decode()
    assert "rhythm" not in page
    assert 'name="email"' not in page


def test_months_pass_and_fail_and_end(client, order):
    ticket = new_ticket(MONTHS)
    for _ in range(2):
        play(client, order, "next", ticket)
    assert (order.gifts.count(), order.fundraiser.test_total_cents) == (2, 40_00)
    play(client, order, "nonsense")
    public = client.get(order.fundraiser.get_absolute_url()).content.decode()
    assert public.count("<bdi>Un radis</bdi>") == 1
    assert "chaque mois depuis" in public
    play(client, order, "end")
    assert order.state == "ended"
    play(client, order, "next")
    assert order.gifts.count() == 2
    public = client.get(order.fundraiser.get_absolute_url()).content.decode()
    assert "chaque mois depuis" not in public
    assert Mail.objects.filter(email="radis@example.org").count() == 2


def test_a_month_that_fails(client, order):
    # Told in the same second as the payment it would count for nothing: it is told of later.
    order.events.filter(kind="started").update(occurred_at="2026-01-01T00:00Z")
    order.gifts.update(paid_at="2026-01-01T00:00Z")
    play(client, order, "failed")
    assert order.state == "past_due"
    page = client.get(order.get_absolute_url()).content.decode()
    assert reverse("stop_monthly", args=[order.key]) in page


@pytest.mark.parametrize(
    "form", [{"deed": "cancel"}, {"deed": "pay", "number": "4000 0000 0000 0002"}]
)
def test_left_or_refused_before_it_began(client, address, typed, form):
    paying = client.post(address, typed).url
    order = RecurringGift.objects.get()
    assert client.post(paying, form).url.endswith(order.get_absolute_url())
    order.refresh_from_db()
    assert (order.state, order.started_at) == ("ended", None)
    assert f'href="{address}"' in client.get(order.get_absolute_url()).text
    assert not Mail.objects.exists()


def test_thanks_lead_to_one_next_act_and_tell_how_to_follow(client, order):
    text = client.get(order.get_absolute_url()).text
    assert next_acts(text) == [f"{order.fundraiser.get_absolute_url()}#partager"]
    cause = order.fundraiser.fund.cause.translation_key.hex
    for way in ("", "nouvelles/", "dates.ics"):
        assert f"/suivre/cause/{cause}/{way}" in text
    play(client, order, "end")
    assert next_acts(client.get(order.get_absolute_url()).text) == []


def test_stopped_by_who_gives(client, order):
    stop = reverse("stop_monthly", args=[order.key])
    page = client.get(stop)
    assert (page.status_code, page["Referrer-Policy"]) == (200, "same-origin")
    foreign = client.post(stop, headers={"Origin": "https://evil.example"})
    assert foreign.status_code == 403
    for _ in range(2):
        assert client.post(stop).url == order.get_absolute_url()
    order.refresh_from_db()
    assert order.state == "ended"
    assert client.get(stop).status_code == 302
    assert "Stop" not in client.get(order.get_absolute_url()).content.decode()


def test_one_month_given_back(client, order):
    play(client, order, "next")
    first = order.gifts.order_by("pk").first()
    page = client.get(first.get_absolute_url()).content.decode()
    assert order.get_absolute_url() in page
    [address] = [part.split('"')[0] for part in page.split('href="') if "rembourser" in part[:400]]
    client.post(address, {"amount": "5", "ticket": new_ticket("fundraising.refund")})
    order.fundraiser.refresh_from_db()
    assert order.fundraiser.test_total_cents == 35_00
    assert "15" in client.get(order.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("state", "started"),
    [("pending", False), ("active", True), ("past_due", True), ("ended", True), ("ended", False)],
)
def test_every_state_has_its_words(client, make_order, state, started):
    order = make_order(state=state, started_at="2026-11-01T00:00Z" if started else None)
    assert client.get(order.get_absolute_url()).status_code == 200


def test_taken_along_and_erased(client, order, make_supporter):
    order.donor = make_supporter("radis@example.org")
    order.save()
    kept = client.get(reverse("export_monthly", args=[order.key])).json()
    assert (kept["email"], kept["months"][0]["message"]) == (
        "radis@example.org", "Cours\u00a0!",
    )  # fmt: skip
    erase = reverse("erase_monthly", args=[order.key])
    assert "sans nom" in client.get(erase).content.decode()
    assert client.post(erase).url == order.get_absolute_url()
    kept = client.get(reverse("export_monthly", args=[order.key])).content.decode()
    assert "radis" not in kept.lower()
    assert not Mail.objects.exists()
    play(client, order, "next")
    assert {gift.name for gift in order.gifts.all()} == {""}
    unbegun = RecurringGift.objects.create(
        fundraiser=order.fundraiser, amount_cents=1_00, provider="test", name="X", is_test=True
    )
    client.post(reverse("erase_monthly", args=[unbegun.key]))
    unbegun.refresh_from_db()
    assert unbegun.name == ""
    assert client.get("/don-mensuel/unknown/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_however_many_months(
    client, make_order, make_gift, tell, django_assert_num_queries, number
):
    order = make_order(state="active", provider_ref="sub_1")
    for month in range(number):
        tell(make_gift(order.fundraiser, recurring=order, instalment_ref=f"in_{month}"))
    client.get(order.get_absolute_url())
    with django_assert_num_queries(QUERIES):
        client.get(order.get_absolute_url())
