"""Ambassadors, acts that came by their links, and browsers in which they have entered."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ambassadors.domain.send_link import PURPOSE
from ambassadors.models import Ambassador
from audience.domain.count_acts import Offer, count_acts
from audience.domain.holder_codes import make_holder_codes
from audience.domain.mailbox_links import token_of
from audience.models import MailboxLink, ShareCode
from audience.shared import shared_of
from qa.domain.fold import fold
from qa.enums import TextState


@pytest.fixture
def make_ambassador(db) -> Callable[..., Ambassador]:
    """Make one who proved their mailbox and whose alias is shown."""

    def make(alias: str = "Zoé des poireaux", **values: object) -> Ambassador:
        usual = {
            "alias": alias,
            "fold": fold(alias),
            "email": f"{fold(alias).replace(' ', '.')}@example.org",
            "state": TextState.APPROVED,
            "joined_at": timezone.now(),
        }
        return Ambassador.objects.create(**usual | values)

    return make


@pytest.fixture
def campaign(make_campaign):
    return make_campaign("Deux kilos")


@pytest.fixture
def links_of(campaign) -> Callable[..., dict[str, ShareCode]]:
    """Give an ambassador links to the campaign, and return them by channel."""

    def links(one: Ambassador) -> dict[str, ShareCode]:
        subject = shared_of("campaign", str(campaign.pk))
        make_holder_codes(one.code, subject, ("whatsapp", "own"))
        return {code.channel: code for code in ShareCode.objects.filter(holder=one.code)}

    return links


@pytest.fixture
def bring(campaign, links_of) -> Callable[..., None]:
    """Let an ambassador bring so many people, now or days ago."""
    names = count(1)

    def bring(one: Ambassador, people: int, *, days_ago: int = 0, **values: object) -> None:
        code = links_of(one)["whatsapp"].code
        when = timezone.now() - timedelta(days=days_ago)
        for _ in range(people):
            number = next(names)
            usual = {
                "meter_key": campaign.meter.key,
                "kind": "click",
                "received_at": when,
                "nonce": f"b-{number}",
                "person": f"person-{number}",
                "network": f"network-{number}",
                "came_by": code,
            }
            count_acts([Offer(**usual | values)])

    return bring


@pytest.fixture
def enter() -> Callable[..., Client]:
    """Give back a browser in which the ambassador has used a link."""

    def enter(one: Ambassador) -> Client:
        client = Client()
        link = MailboxLink.objects.create(purpose=PURPOSE, key=one.code)
        answer = client.post(reverse("enter_as_ambassador", args=[token_of(link)]))
        assert answer.status_code == 302
        return client

    return enter


@pytest.fixture
def mo(make_user) -> object:
    """A moderator."""
    return make_user("mo", "wagtailadmin.access_admin", "qa.sort_text", "qa.moderate_text")
