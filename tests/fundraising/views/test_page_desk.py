"""The team's screen: what waits, decided by those who may."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fundraising.gateways.page_pictures import keep_picture
from qa.enums import TextState

pytestmark = pytest.mark.django_db
LIST = "/admin/collections-of-supporters/"


@pytest.fixture
def team(client, mo):
    client.force_login(mo)
    return client


@pytest.fixture
def waiting(make_page_of):
    return make_page_of(
        state=TextState.PENDING, received_at=timezone.now() - timedelta(days=2), title="Zoé attend"
    )


def test_piles(team, waiting, make_page_of):
    make_page_of(title="Zoé collecte")
    make_page_of(title="Zoé hésite", state=TextState.DRAFT, sent_at=None)
    piles = {
        name: team.get(f"{LIST}?shown={name}").content.decode() for name in ("x", "open", "all")
    }
    assert "Zoé attend" in piles["x"]
    assert "notices__overdue" in piles["x"]
    assert "Zoé collecte" not in piles["x"]
    assert "Zoé collecte" in piles["open"]
    assert "Zoé attend" in piles["all"]
    assert "Zoé hésite" not in piles["all"]


@pytest.mark.parametrize(
    ("deed", "values", "state"),
    [
        ("approve", {}, TextState.APPROVED),
        ("reject", {"reason": "insult"}, TextState.REJECTED),
        ("reject", {"reason": "other", "note": "Non."}, TextState.REJECTED),
    ],
)
def test_decided(team, waiting, deed, values, state):
    address = f"{LIST}{waiting.pk}/"
    assert "zoe@example.org" in team.get(address).content.decode()
    assert team.post(address, {"deed": deed, "seen": "0", **values}).status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == state
    team.get(address)


def test_hidden_and_back(team, fundraiser):
    address = f"{LIST}{fundraiser.pk}/"
    team.post(address, {"deed": "hide", "seen": "0"})
    team.post(address, {"deed": "approve", "seen": "1"})
    fundraiser.refresh_from_db()
    assert fundraiser.is_public
    assert fundraiser.version == 2


def test_what_is_refused_keeps_what_was_typed(team, waiting):
    answer = team.post(
        f"{LIST}{waiting.pk}/", {"deed": "reject", "seen": "0", "reason": "?", "note": "Presque."}
    )
    assert answer.status_code == 400
    assert "Presque." in answer.content.decode()
    stale = team.post(f"{LIST}{waiting.pk}/", {"deed": "approve", "seen": "8"})
    assert stale.status_code == 409


def test_changes(team, make_page_of):
    picture = keep_picture(b"x")
    proposed = {"title": "Zoé nage", "name": "Zo", "reason": "Plouf.", "picture": picture,
                "occasion": "party"}  # fmt: skip
    page = make_page_of(proposed=proposed, proposed_at=timezone.now())
    address = f"{LIST}{page.pk}/"
    shown = team.get(address).content.decode()
    assert "Zoé nage" in shown
    assert picture in shown
    assert team.post(address, {"deed": "decline_change", "seen": "0"}).status_code == 400
    assert team.post(address, {"deed": "approve_change", "seen": "0"}).status_code == 302
    page.refresh_from_db()
    assert (page.title, page.picture) == ("Zoé nage", picture)
    page.proposed, page.proposed_at = {"title": "Zoé vole"}, timezone.now()
    page.save()
    team.post(address, {"deed": "decline_change", "seen": "1", "note": "Trop haut."})
    page.refresh_from_db()
    assert (page.title, page.note) == ("Zoé nage", "Trop haut.")


def test_not_for_others_and_no_drafts(client, make_user, waiting, make_page_of, team):
    draft = make_page_of(state=TextState.DRAFT, sent_at=None)
    assert team.get(f"{LIST}{draft.pk}/").status_code == 404
    client.force_login(make_user("ed"))
    assert client.get(LIST).status_code in (302, 403)
    answer = client.post(f"{LIST}{waiting.pk}/", {"deed": "approve", "seen": "0"})
    assert answer.status_code in (302, 403)
    waiting.refresh_from_db()
    assert waiting.state == TextState.PENDING


@pytest.mark.parametrize(
    ("deed", "values", "state"),
    [
        ("approve", {}, TextState.APPROVED),
        ("reject", {"reason": "insult"}, TextState.REJECTED),
    ],
)
def test_news_are_decided_beside_their_page(team, make_news, deed, values, state):
    news = make_news(state=TextState.PENDING)
    assert "Zoé court" in team.get(LIST).content.decode()
    address = f"{LIST}{news.fundraiser_id}/"
    assert "Trois kilomètres." in team.get(address).content.decode()
    form = {"deed": deed, "seen": "0", "news": str(news.pk), **values}
    assert team.post(address, form).status_code == 302
    assert team.post(address, form).status_code == 409
    news.refresh_from_db()
    assert news.state == state
    assert "Zoé court" not in team.get(LIST).content.decode()


def test_news_are_hidden_and_belong_to_their_page(team, make_news, make_page_of):
    news = make_news()
    form = {"deed": "hide", "seen": "0", "news": str(news.pk)}
    assert team.post(f"{LIST}{make_page_of().pk}/", form).status_code == 404
    assert team.post(f"{LIST}{news.fundraiser_id}/", form).status_code == 302
    news.refresh_from_db()
    assert news.state == TextState.HIDDEN
