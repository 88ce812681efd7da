"""An owner's page opens for its owner alone, and does what is pressed."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from fundraising.domain.send_page import send_page
from fundraising.models import Fundraiser
from qa.enums import TextState
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(make_page_of) -> Fundraiser:
    return make_page_of(state=TextState.DRAFT, sent_at=None)


@pytest.fixture
def zoe(sign_in, draft) -> Client:
    return sign_in(draft.owner)


@pytest.fixture
def typed() -> dict[str, object]:
    return {
        "name": "Zoé",
        "reason": "Deux kilomètres.",
        "title": "Zoé court encore",
        "occasion": "birthday",
        "goal": "500",
        "ends_on": f"{timezone.localdate() + timedelta(days=3):%Y-%m-%d}",
        "seen": "0",
    }


def addresses(page: Fundraiser) -> list[str]:
    return [page.get_private_url(), f"{page.get_private_url()}changer/"]


def test_strangers_and_other_owners_see_and_do_nothing(draft, sign_in, make_page_of, typed):
    lea = sign_in(make_page_of("lea@example.org").owner)
    for address in addresses(draft):
        assert Client().get(address).url == "/mes-collectes/"
        assert Client().post(address, typed | {"deed": "withdraw"}).status_code == 302
        assert lea.get(address).status_code == 404
        for deed in ("send", "close", "reopen", "withdraw"):
            assert lea.post(address, typed | {"deed": deed}).status_code == 404
    draft.refresh_from_db()
    assert (draft.title, draft.state, draft.version) == ("Zoé court", TextState.DRAFT, 0)


def test_the_team_has_no_way_in_here(draft, admin, client):
    client.force_login(admin)
    assert client.get(draft.get_private_url()).status_code == 302


def test_a_foreign_site_cannot_press(draft, sign_in):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sign_in(draft.owner).cookies
    assert strict.get(draft.get_private_url()).status_code == 200
    assert strict.post(draft.get_private_url(), {"deed": "send", "seen": "0"}).status_code == 403
    draft.refresh_from_db()
    assert draft.is_draft


def test_looked_at_and_sent(zoe, draft):
    page = zoe.get(draft.get_private_url())
    assert "no-store" in page["Cache-Control"]
    assert draft.reason in page.content.decode()
    assert zoe.post(draft.get_private_url(), {"deed": "send", "seen": "0"}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == TextState.PENDING
    stale = zoe.post(draft.get_private_url(), {"deed": "send", "seen": "0"})
    assert stale.status_code == 409


def test_closed_opened_and_taken_off(make_page_of, sign_in):
    page = make_page_of()
    zoe, own = sign_in(page.owner), page.get_private_url()
    for deed, is_over, state in (
        ("close", True, "approved"),
        ("reopen", False, "approved"),
        ("withdraw", False, "withdrawn"),
    ):
        assert zoe.post(own, {"deed": deed, "seen": "0"}).status_code == 302
        page.refresh_from_db()
        assert (page.is_over, page.state) == (is_over, state)
    assert zoe.post(own, {"deed": "close", "seen": "1"}).status_code == 409
    assert zoe.post(own, {"deed": "nonsense"}).status_code == 404


def test_changed_with_a_picture(zoe, draft, typed, draw):
    address = addresses(draft)[1]
    assert zoe.get(address).status_code == 200
    picture = SimpleUploadedFile("../../zoe.php", draw(), "image/png")
    assert zoe.post(address, typed | {"picture": picture}).status_code == 302
    draft.refresh_from_db()
    assert (draft.title, draft.goal_cents, draft.occasion) == (
        "Zoé court encore",
        500_00,
        "birthday",
    )
    assert draft.picture.startswith("images/collections/")
    assert draft.picture.endswith(".jpg")
    assert zoe.post(address, typed | {"seen": "1", "without_picture": "1"}).status_code == 302
    draft.refresh_from_db()
    assert draft.picture == ""


def test_a_bad_picture_or_word_loses_nothing(zoe, draft, typed):
    address = addresses(draft)[1]
    bad = SimpleUploadedFile("a.jpg", b"<svg onload=alert(1)>", "image/jpeg")
    answer = zoe.post(address, typed | {"picture": bad})
    assert answer.status_code == 422
    assert "Deux kilomètres." in answer.content.decode()
    answer = zoe.post(address, typed | {"goal": "1"})
    assert answer.status_code == 422
    assert "Deux kilomètres." in answer.content.decode()
    stale = zoe.post(address, typed | {"seen": "9"})
    assert stale.status_code == 409
    assert "Deux kilomètres." in stale.content.decode()
    draft.refresh_from_db()
    assert (draft.version, draft.picture) == (0, "")


def test_the_form_shows_what_the_owner_last_wanted(make_page_of, sign_in):
    page = make_page_of(proposed={"title": "Zoé nage"}, proposed_at=timezone.now())
    form = sign_in(page.owner).get(addresses(page)[1]).content.decode()
    assert 'value="Zoé nage"' in form


@pytest.mark.parametrize("state", TextState)
def test_every_state_has_its_words(make_page_of, sign_in, state):
    page = make_page_of(state=state, refused_for="insult" if state == "rejected" else "")
    answer = sign_in(page.owner).get(page.get_private_url())
    assert answer.status_code == (404 if state == "removed" else 200)


def test_taken_along_and_erased_by_the_owner_alone(draft, zoe, sign_in, make_page_of):
    own = draft.get_private_url()
    lea = sign_in(make_page_of("lea@example.org").owner)
    for stranger in (lea, Client()):
        assert stranger.get(f"{own}export/").status_code == 404
        assert stranger.post(f"{own}effacer/").status_code == 404
    told = zoe.get(f"{own}export/")
    assert told.json()["title"] == "Zoé court"
    assert "attachment" in told["Content-Disposition"]
    assert zoe.get(f"{own}effacer/").status_code == 405
    Fundraiser.objects.filter(pk=draft.pk).update(frozen_for="enquête")
    assert zoe.post(f"{own}effacer/").status_code == 409
    Fundraiser.objects.filter(pk=draft.pk).update(frozen_for="")
    assert zoe.post(f"{own}effacer/").status_code == 200
    assert not Fundraiser.objects.filter(pk=draft.pk).exists()
    assert zoe.get(own).status_code == 302


def test_the_share_kit_fills_ones_own_mail_program(make_page_of, sign_in):
    page = make_page_of(title="Zoé & l’été")
    shown = sign_in(page.owner).get(page.get_private_url()).content.decode()
    assert "mailto:?subject=Zo%C3%A9%20%26%20l%E2%80%99%C3%A9t%C3%A9&amp;body=" in shown
    assert f"collectes%2F{page.slug}%2F" in shown
    assert f"/collectes/{page.slug}/affiche.pdf" in shown


def test_who_has_sent_a_page_is_led_to_one_next_act(zoe, draft, make_campaign):
    campaign = make_campaign()
    assert next_acts(zoe.get(draft.get_private_url()).text) == []
    send_page(draft, draft.version)
    assert next_acts(zoe.get(draft.get_private_url()).text) == [campaign.url]
