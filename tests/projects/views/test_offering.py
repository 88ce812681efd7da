"""A firm offers through the browser, and sees where its offer stands."""

import pytest

from audience.domain.form_tickets import new_ticket
from audience.domain.mailbox_links import token_of
from audience.models import MailboxLink
from projects.domain.adopt import adopt
from projects.domain.offer_adoption import FORM
from projects.models import Offer

pytestmark = pytest.mark.django_db
OFFER = {
    "firm": "Cycles Guidon",
    "name": "Colette",
    "title": "gérante",
    "words": "Un triporteur.",
    "email": "colette@example.org",
}


@pytest.fixture
def page(project) -> str:
    return f"{project.get_absolute_url()}parrainer/"


def test_from_the_form_to_the_own_page(client, page):
    assert client.get(page).status_code == 200
    sent = OFFER | {"ticket": new_ticket(FORM)}
    for _ in range(2):
        assert client.post(page, sent).url == "/projets/parrainer/envoye/"
    assert client.get("/projets/parrainer/envoye/").status_code == 200
    offer = Offer.objects.get()
    link = f"/projets/parrainer/entrer/{token_of(MailboxLink.objects.get(purpose='godparent'))}/"
    assert client.get(link).status_code == 200
    assert Offer.objects.get().proved_at is None
    assert client.post(link).url == offer.get_private_url()
    assert client.post(link).status_code == 410
    own = client.get(offer.get_private_url())
    assert "Cycles Guidon" in own.text
    assert client.post(offer.get_private_url()).status_code == 200
    assert not Offer.objects.exists()


def test_errors_keep_what_was_typed(client, page):
    ticket = new_ticket(FORM)
    for wrong, status in (
        ({"email": "colette"}, 422),
        ({"words": "\u200b"}, 422),
        ({"ticket": "old"}, 422),
    ):
        answer = client.post(page, OFFER | {"ticket": ticket} | wrong)
        assert answer.status_code == status
        assert "Cycles Guidon" in answer.text
    foreign = OFFER | {"ticket": ticket}
    assert client.post(page, foreign, headers={"origin": "https://evil.example"}).status_code == 403
    assert not Offer.objects.exists()


def test_not_for_one_that_is_adopted(client, page, project, make_pledge, mo):
    adopt(project, make_pledge(), mo, project.version)
    assert "<textarea" not in client.get(page).text
    assert client.post(page, OFFER | {"ticket": new_ticket(FORM)}).status_code == 409


def test_nobody_elses(client, make_offer, offer_link):
    offer = make_offer()
    assert client.get(offer.get_private_url()).url == "/projets/"
    assert client.post("/projets/parrainer/entrer/nonsense/").status_code == 410
    client.post(f"/projets/parrainer/entrer/{token_of(offer_link(offer))}/")
    assert client.get(make_offer().get_private_url()).url == "/projets/"
