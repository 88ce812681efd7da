"""Who wished it is thanked by mail, once, and never after the page is gone."""

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from audience.models import Mail
from fundraising.domain.erase_page import erase_page
from fundraising.domain.tell_donor import sample_thanks
from fundraising.domain.thank_donors import thank_donors
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


@pytest.fixture
def thanked(make_gift, tell):
    gift = make_gift(name="Inès", thanks_email="Ines@example.org")
    tell(gift)
    thank_donors(gift.fundraiser, "Merci pour les poireaux.")
    gift.refresh_from_db()
    return gift


def test_the_words_and_no_address(thanked):
    assert thanked.thanks_email == ""
    assert send_mails() == 1
    (sent,) = mail.outbox
    assert sent.to == ["ines@example.org"]
    assert sent.subject == "Zoé vous remercie"
    for body in (sent.body, sent.alternatives[0].content):
        assert "Merci pour les poireaux." in body
        assert f"/signaler/collection/{thanked.fundraiser.code}/" in body
        assert "zoe@example.org" not in body
        assert thanked.key not in body


def test_not_of_a_page_that_was_hidden_or_erased_since(thanked, mo):
    page = decide(thanked.fundraiser, Action.HIDE, user=mo)
    assert Mail.objects.filter(occasion="gift_thanks").exists()
    erase_page(page)
    send_mails()
    assert [sent.to for sent in mail.outbox if "ines" in sent.to[0]] == []


def test_the_team_sees_a_sample(db):
    assert "Zoé" in sample_thanks().html
