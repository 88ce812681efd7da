"""From a wish to follow to one mail per piece of news, through all layers, without a browser."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from audience.enums import SubscriptionState
from audience.models import Subscription
from campaigns.domain.tell_followers import tell_followers
from campaigns.models import Announcement, MilestoneReached
from tests.campaigns.conftest import KG, act, make_pledge, meter  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(house, make_campaign, meter):  # noqa: F811
    return make_campaign(meter=meter)


def path_of(link: str) -> str:
    return urlsplit(unescape(link)).path


def follow(client, page: str, email: str) -> None:
    """Ask on the page, open the mail, press the button in it."""
    before = len(mail.outbox)
    answer = client.post(page, {"email": email})
    assert answer.status_code == 302
    assert client.get(answer.url).status_code == 200
    send_mails()
    [asked] = mail.outbox[before:]
    assert asked.to == [email]
    link = path_of(re.search(r"https?://\S+/suivre/oui/\S+", asked.body)[0])
    assert "<form" in client.get(link).text
    assert client.post(link).status_code == 200


def test_act_milestone_one_mail_each(client, campaign, make_pledge, act):  # noqa: F811
    pledge = make_pledge(milestones=[{"acts": 3, "title": "Trois !"}])
    page = f"/suivre/campagne/{campaign.meter.key}/"
    sponsor = f"/suivre/mecene/{pledge.sponsor_id}/"
    follow(client, page, "zoe@example.org")
    follow(client, sponsor, "omar@example.org")
    follow(client, page, "lea@example.org")
    follow(client, sponsor, "lea@example.org")
    client.post(page, {"email": "never-confirmed@example.org"})
    send_mails()
    mail.outbox.clear()

    act(2)
    tell_followers()
    assert send_mails() == 0
    act(2)
    for _ in range(3):
        tell_followers()
        send_mails()
    assert sorted(one.to[0] for one in mail.outbox) == [
        "lea@example.org",
        "omar@example.org",
        "zoe@example.org",
    ]
    assert MilestoneReached.objects.get().announced_at is not None
    assert Announcement.objects.get().quantity == 8 * KG
    assert all("Trois !" in one.subject for one in mail.outbox)

    # One press in the mail program, without cookies, ends it at once.
    zoe = next(one for one in mail.outbox if one.to == ["zoe@example.org"])
    link = path_of(zoe.extra_headers["List-Unsubscribe"].strip("<>"))
    assert client.get(link).status_code == 200
    assert Subscription.objects.get(email="zoe@example.org").state == SubscriptionState.CONFIRMED
    answer = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, len(answer.cookies)) == (200, 0)
    assert Subscription.objects.get(email="zoe@example.org").state == SubscriptionState.ENDED
