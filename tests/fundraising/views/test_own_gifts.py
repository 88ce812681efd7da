"""Owners read the words, hide names and thank; nobody else does, and no address is shown."""

import pytest
from django.test import Client

from audience.models import Mail
from fundraising.models import Donation, Thanks
from qa.enums import StopMode
from qa.models import StopList

pytestmark = pytest.mark.django_db


@pytest.fixture
def gift(make_gift, tell) -> Donation:
    gift = make_gift(name="Inès", message="Cours, Zoé !", thanks_email="ines@example.org")
    tell(gift)
    return gift


@pytest.fixture
def zoe(sign_in, gift) -> Client:
    return sign_in(gift.fundraiser.owner)


def address(gift: Donation) -> str:
    return f"{gift.fundraiser.get_private_url()}dons/"


def test_strangers_and_other_owners_see_and_do_nothing(gift, sign_in, make_page_of):
    lea = sign_in(make_page_of("lea@example.org").owner)
    typed = {"deed": "hide", "gift": str(gift.pk), "words": "Merci"}
    assert Client().get(address(gift)).url == "/mes-collectes/"
    assert Client().post(address(gift), typed).status_code == 302
    assert lea.get(address(gift)).status_code == 404
    assert lea.post(address(gift), typed).status_code == 404
    gift.refresh_from_db()
    assert not gift.hides_name
    assert not Thanks.objects.exists()


def test_words_are_read_and_addresses_are_not(gift, zoe):
    for page in (gift.fundraiser.get_private_url(), address(gift)):
        shown = zoe.get(page).content.decode()
        assert "Cours, Zoé !" in shown
        assert "ines@example.org" not in shown
        assert gift.key not in shown
    assert "ines@" not in zoe.get(f"{gift.fundraiser.get_private_url()}export/").content.decode()


def test_a_name_is_hidden_and_shown_again(gift, zoe, client):
    public = gift.fundraiser.get_absolute_url()
    for deed, is_shown in (("hide", False), ("show", True)):
        done = zoe.post(address(gift), {"deed": deed, "gift": str(gift.pk)})
        assert done.url == address(gift)
        assert ("Inès" in client.get(public, {"fresh": deed}).content.decode()) is is_shown
        assert "Inès" in zoe.get(address(gift)).content.decode()


def test_thanked_and_read_at_the_gifts_own_page(gift, zoe, client):
    assert zoe.post(address(gift), {"words": "Merci !"}).status_code == 302
    assert Mail.objects.get().email == "ines@example.org"
    assert "Merci\u00a0!" in zoe.get(address(gift)).content.decode()
    assert "Merci\u00a0!" in client.get(gift.get_absolute_url()).content.decode()
    assert zoe.post(address(gift), {"words": "Encore"}).status_code == 409


def test_what_is_refused_loses_nothing(gift, zoe):
    StopList.objects.create(name="Interdits", words="navet", mode=StopMode.HOLD)
    for typed in ({"words": "Merci navet"}, {"words": "Merci navet", "gift": str(gift.pk)}):
        answer = zoe.post(address(gift), typed)
        assert answer.status_code == 422
        assert "Merci navet" in answer.content.decode()
    assert zoe.post(address(gift), {"words": ""}).status_code == 422
    assert zoe.post(address(gift), {"words": "x", "gift": "nonsense"}).status_code == 409


def test_a_foreign_site_cannot_press(gift, sign_in):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sign_in(gift.fundraiser.owner).cookies
    assert strict.post(address(gift), {"words": "Merci"}).status_code == 403


def test_a_page_without_gifts(make_page_of, sign_in):
    page = make_page_of("lea@example.org")
    answer = sign_in(page.owner).get(f"{page.get_private_url()}dons/")
    assert answer.status_code == 200
    assert b"<textarea" not in answer.content
