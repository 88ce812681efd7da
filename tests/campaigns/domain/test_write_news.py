"""The mail with the news."""

import pytest
from django.utils.translation import override

from audience.domain.follow_links import END, link_to
from campaigns.domain.announce import announce
from campaigns.domain.confirm_delivery import Report, confirm_delivery
from campaigns.domain.write_news import write_news
from campaigns.enums import NewsEvent
from campaigns.models import Announcement
from tests.audience.following import follower, mail_to
from tests.campaigns.conftest import KG, proof

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(house, make_campaign, meter):
    return make_campaign("Deux <kilos> & plus", meter=meter)


def write(news: Announcement, **values):
    zoe = follower(kind="campaign", key=news.pledge.meter.key, **values)
    with override(zoe.language):
        return zoe, write_news(mail_to(zoe, str(news.pk)))


def test_in_both_forms_with_proof_and_way_out(settings, campaign, make_pledge, receiver):
    settings.PUBLIC_URL = "https://tv.example"
    pledge = make_pledge(unlocked=9 * KG)
    confirm_delivery(receiver, pledge, Report(4 * KG, pledge.starts_at.date(), "Lille", proof()))
    zoe, letter = write(Announcement.objects.get())
    assert letter.subject == "Delivered: 4\xa0kg of légumes"
    for form in (letter.text, letter.html):
        for part in (link_to(END, zoe), "https://tv.example/documents/", campaign.url, "Lille"):
            assert part in form
    assert "Deux <kilos> & plus" in letter.text
    assert "Deux &lt;kilos&gt; &amp; plus" in letter.html
    assert "&lt;" not in letter.text


def test_the_reader_s_language(campaign, make_pledge):
    pledge = make_pledge()
    announce(pledge, NewsEvent.CAPPED)
    [news] = Announcement.objects.all()
    _, english = write(news)
    zoe, french = write(news, email="lea@example.org", language="fr")
    assert '<html lang="en">' in english.html
    assert '<html lang="fr">' in french.html
    assert "/en/suivre/" not in french.text
    assert link_to(END, zoe) in french.text


def test_a_campaign_that_has_gone_does_not_hide_a_broken_word(campaign, make_pledge):
    announce(make_pledge(), NewsEvent.BROKEN)
    campaign.unpublish()
    _, letter = write(Announcement.objects.get())
    assert "/en/registre/" in letter.text


def test_nothing_for_who_stopped(campaign, make_pledge):
    announce(make_pledge(), NewsEvent.LATE)
    assert write(Announcement.objects.get(), state="ended")[1] is None
