"""Collection pages as everybody sees them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fundraising.gateways.page_pictures import keep_picture
from qa.domain.decide import decide
from qa.enums import Action, TextState
from tests.fundraising.read_pdf import words_of

pytestmark = pytest.mark.django_db


def test_the_same_bytes_for_all_without_cookie_or_token(client, fundraiser):
    answer = client.get(fundraiser.get_absolute_url())
    page = answer.content.decode()
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in page
    assert "zoe@example.org" not in page
    for words in ("Zoé court", "Un kilomètre, un kilo.", "300\u00a0€", "Épicerie du Pont"):
        assert words in page
    assert f"/signaler/collection/{fundraiser.code}/" in page
    assert page == client.get(fundraiser.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("state", "status"),
    [("draft", 404), ("pending", 404), ("held", 404), ("rejected", 404), ("approved", 200),
     ("hidden", 410), ("withdrawn", 410), ("removed", 410)],
)  # fmt: skip
def test_what_is_not_public_is_not_shown(client, make_page_of, state, status):
    page = make_page_of(state=state)
    answer = client.get(page.get_absolute_url())
    assert answer.status_code == status
    assert ("Un kilomètre" in answer.content.decode()) is (status == 200)


def test_a_draft_that_was_taken_back_was_never_there(client, make_page_of):
    page = make_page_of(state=TextState.WITHDRAWN, sent_at=None)
    assert client.get(page.get_absolute_url()).status_code == 404


def test_over_or_last_day(client, make_page_of):
    today = timezone.localdate()
    pages = {
        make_page_of(ends_on=today): "dernier jour",
        make_page_of(ends_on=today + timedelta(days=1)): "un jour",
        make_page_of(ends_on=today - timedelta(days=1)): "terminée",
        make_page_of(closed_at=timezone.now()): "close",
    }
    for page, words in pages.items():
        assert words in client.get(page.get_absolute_url()).content.decode(), words


def test_the_picture_and_its_words(client, make_page_of):
    name = keep_picture(b"x")
    page = client.get(make_page_of(picture=name).get_absolute_url()).content.decode()
    assert f'src="/uploads/{name}"' in page


def test_the_list(client, make_page_of, django_assert_max_num_queries):
    for number in range(30):
        make_page_of(title=f"Zoé {number}")
    make_page_of(title="Zoé attend", state=TextState.PENDING)
    client.get("/collectes/")
    with django_assert_max_num_queries(12):
        page = client.get("/collectes/").content.decode()
    assert "Zoé 29" in page
    assert "Zoé attend" not in page
    assert "Zoé 0<" not in page
    assert "Zoé 0<" in client.get("/collectes/?page=2").content.decode()
    assert client.get("/en/collectes/").status_code == 200


def test_teams_of_which_a_page_collects_are_listed(client, make_fund, make_team, make_page_of):
    other = make_fund("Boire bien")
    make_team(make_page_of(), name="Les binettes")
    make_team(make_page_of(fund=other), name="Les gourdes", fund=other)
    over = make_page_of(ends_on=timezone.localdate() - timedelta(days=1))
    make_team(over, name="Les râteaux")
    everything = client.get("/collectes/").content.decode()
    for_drinks = client.get("/collectes/?cause=boire-bien").content.decode()
    for name, in_all, in_some in (
        ("Les binettes", True, False),
        ("Les gourdes", True, True),
        ("Les râteaux", False, False),
    ):
        assert (name in everything, name in for_drinks) == (in_all, in_some)


def test_the_list_for_one_cause(client, make_fund, make_page_of):
    ours, theirs = make_page_of(), make_page_of(fund=make_fund("Boire bien"), title="Max nage")
    shown = client.get("/collectes/?cause=boire-bien").content.decode()
    assert "Ils collectent pour\u00a0: Boire bien" in shown
    assert theirs.title in shown
    assert ours.title not in shown
    assert ours.title in client.get("/collectes/?cause=rien-du-tout").content.decode()


def test_an_empty_list_offers_the_next_act(client, fund):
    assert "/collectes/ouvrir/" in client.get("/collectes/").content.decode()


def test_reported_and_hidden_by_a_notice(client, fundraiser, admin):
    assert client.get(f"/signaler/collection/{fundraiser.code}/").status_code == 200
    decide(fundraiser, Action.REMOVE, user=admin, reason="unlawful")
    assert client.get(fundraiser.get_absolute_url()).status_code == 410


def test_in_the_sitemap(client, fundraiser, make_page_of):
    hidden = make_page_of(state=TextState.HIDDEN)
    found = b"".join(client.get("/sitemap.xml?part=more")).decode()
    assert f"/collectes/{fundraiser.slug}/</loc>" in found
    assert hidden.slug not in found


def test_a_sheet_to_print(client, fundraiser, make_page_of):
    answer = client.get(f"{fundraiser.get_absolute_url()}affiche.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert words_of(answer.content).startswith(f"{fundraiser.title} {fundraiser.reason}")
    hidden = make_page_of(state=TextState.PENDING)
    assert client.get(f"{hidden.get_absolute_url()}affiche.pdf").status_code == 404


def test_what_a_sponsor_adds_stands_apart(client, matching, page_with_gifts, make_gift, tell):
    tell(make_gift(page_with_gifts, amount_cents=60_00))
    address = page_with_gifts.get_absolute_url()
    page = client.get(address).content.decode()
    assert "Radis &amp; Fils" in page
    assert page.count("60\u00a0€") >= 2
    tell(make_gift(page_with_gifts, amount_cents=60_00))
    reached = client.get(address).content.decode()
    assert 'data-part="total">120\u00a0€' in reached
    assert "<strong>100\u00a0€</strong>" in reached
    assert "épuisé" in reached
    assert "Radis &amp; Fils" in client.get(f"{address}donner/").content.decode()
    cause = client.get(f"/causes/{page_with_gifts.fund.cause.slug}/").content.decode()
    assert "Radis &amp; Fils" in cause


def test_campaigns_show_who_collects_for_their_causes(client, fundraiser, make_campaign):
    with_cause, without = make_campaign(), make_campaign()
    with_cause.causes.add(fundraiser.fund.cause)
    with_cause.save_revision().publish()
    assert fundraiser.get_absolute_url() in client.get(with_cause.url).content.decode()
    assert fundraiser.get_absolute_url() not in client.get(without.url).content.decode()
