"""Teams: opened by a captain, joined by a link, read by all; nobody else does anything."""

import pytest
from django.test import Client

from audience.domain.form_tickets import new_ticket
from fundraising.domain.join_team import invite_address
from fundraising.domain.open_team import PURPOSE
from fundraising.models import Fundraiser, Team
from qa.domain.decide import decide
from qa.enums import Action, TextState

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(make_page_of) -> Fundraiser:
    return make_page_of()


@pytest.fixture
def lea(make_page_of) -> Fundraiser:
    return make_page_of("lea@example.org", title="Léa nage")


def test_from_the_form_to_the_public_page(page, lea, sign_in, client, mo, make_gift, tell):
    zoe, opening = sign_in(page.owner), f"{page.get_private_url()}equipe/"
    assert zoe.get(opening).status_code == 200
    typed = {"name": "Les Navets", "ticket": new_ticket(PURPOSE)}
    own = zoe.post(opening, typed).url
    assert zoe.post(opening, typed).url == own
    team = Team.objects.get()
    invite = invite_address(team)
    assert invite in zoe.get(own).content.decode()
    assert client.get(team.get_absolute_url()).status_code == 404
    decide(team, Action.APPROVE, user=mo)

    other = sign_in(lea.owner)
    assert "Léa nage" in other.get(invite).content.decode()
    assert other.post(invite, {"page": lea.code}).status_code == 302
    tell(make_gift(lea))
    shown = client.get(team.get_absolute_url(), {"fresh": "1"}).content.decode()
    assert shown.index("Léa nage") < shown.index("Zoé court")
    assert "20\u00a0€" in shown
    assert f"/signaler/team/{team.code}/" in shown
    assert "Les Navets" in client.get(f"/signaler/team/{team.code}/").content.decode()
    assert "Les Navets" in client.get(lea.get_absolute_url(), {"fresh": "1"}).content.decode()

    assert zoe.post(own, {"deed": "remove", "page": lea.code}).status_code == 302
    assert team.members.get() == page
    assert zoe.post(opening, {"deed": "leave"}).status_code == 302
    assert not team.members.exists()
    assert zoe.post(own, {"deed": "dissolve"}).url == "/mes-collectes/"
    assert not Team.objects.exists()


def test_who_is_not_signed_in_is_told_how(page, make_team):
    invite = invite_address(make_team(page))
    answer = Client().get(invite)
    assert answer.status_code == 200
    assert answer["Referrer-Policy"] == "same-origin"
    assert "/mes-collectes/" in answer.content.decode()
    assert Client().post(invite, {"page": page.code}).status_code == 404


def test_who_has_no_page_for_the_cause_is_told_so(
    page, make_team, sign_in, make_page_of, make_fund
):
    other = make_page_of("lea@example.org", fund=make_fund("Payer juste"))
    browser, invite = sign_in(other.owner), invite_address(make_team(page))
    assert other.title not in browser.get(invite).content.decode()
    assert browser.post(invite, {"page": other.code}).status_code == 409
    assert browser.get("/mes-collectes/rejoindre/forged.x/").status_code == 410


def test_strangers_and_other_captains_do_nothing(page, lea, make_team, sign_in):
    team = make_team(page)
    own, other = team.get_private_url(), sign_in(lea.owner)
    for typed in (
        {"deed": "remove", "page": page.code},
        {"deed": "renew"},
        {"deed": "rename", "name": "Autre"},
        {"deed": "dissolve"},
    ):
        assert Client().post(own, typed).url == "/mes-collectes/"
        assert other.post(own, typed).status_code == 404
    assert other.get(own).status_code == 404
    assert other.post(f"{page.get_private_url()}equipe/", {"deed": "leave"}).status_code == 404
    assert other.post(invite_address(team), {"page": page.code}).status_code == 404
    team.refresh_from_db()
    assert (team.name, team.invite, team.members.get()) == ("Les Navets volants", 0, page)


def test_a_captain_renames_and_renews(page, make_team, sign_in):
    team = make_team(page)
    zoe, own = sign_in(page.owner), team.get_private_url()
    old = invite_address(team)
    assert zoe.post(own, {"deed": "renew"}).status_code == 302
    assert zoe.get(old).status_code == 410
    assert zoe.post(own, {"deed": "rename", "name": "Les Choux"}).status_code == 302
    assert zoe.post(own, {"deed": "rename", "name": ""}).status_code == 422
    assert zoe.post(own, {"deed": "nonsense"}).status_code == 404
    team.refresh_from_db()
    assert (team.name, team.state) == ("Les Choux", TextState.PENDING)
    assert "Les Choux" in zoe.get("/mes-collectes/").content.decode()
    Team.objects.update(state=TextState.HIDDEN)
    answer = zoe.post(own, {"deed": "rename", "name": "Les Poireaux"})
    assert answer.status_code == 409
    assert "Les Poireaux" in answer.content.decode()


def test_what_is_refused_loses_nothing(page, sign_in):
    zoe, opening = sign_in(page.owner), f"{page.get_private_url()}equipe/"
    for typed in (
        {"name": "L’Épicerie du Pont", "ticket": new_ticket(PURPOSE)},
        {"name": "Épicerie"},
    ):
        answer = zoe.post(opening, typed)
        assert answer.status_code == 422
        assert "picerie" in answer.content.decode()
    assert not Team.objects.exists()


@pytest.mark.parametrize("state", TextState)
def test_every_state_has_its_words(make_team, page, sign_in, state):
    team = make_team(page, state=state)
    answer = sign_in(page.owner).get(team.get_private_url())
    assert answer.status_code == (404 if state == "removed" else 200)
