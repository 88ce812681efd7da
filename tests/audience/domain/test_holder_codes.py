"""Codes of one holder are credited as one person's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.count_acts import count_acts
from audience.domain.holder_codes import (
    Brought,
    Browser,
    brought_by_codes,
    brought_by_holders,
    end_holder_codes,
    know_holder,
    make_holder_codes,
)
from audience.domain.people import person_of_browser, person_of_cookie
from audience.models import Referral, ShareCode
from audience.shared import Shared

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
COOKIE = "c" * 22


@pytest.fixture
def codes(meter):
    subject = Shared("leek", "7", "Le poireau", "/", meter.pk)
    for _ in range(2):
        make_holder_codes("zoe", subject, ("whatsapp", "own"))
    found = {code.channel: code for code in ShareCode.objects.filter(holder="zoe")}
    assert len(found) == 2
    return found


def test_one_person_by_two_links_is_one(codes, offer):
    first, second = codes["whatsapp"].code, codes["own"].code
    count_acts(
        [offer(came_by=first, person="max"), offer(came_by=second, person="max", kind="view")]
    )
    count_acts(
        [offer(came_by=second, person="max", kind="like"), offer(came_by=second, person="lea")]
    )
    assert brought_by_holders() == {"zoe": 2}
    assert brought_by_codes("zoe") == {first: Brought(1, 1), second: Brought(1, 3)}


def test_holders_do_not_share_people(codes, offer, meter):
    make_holder_codes("max", Shared("leek", "7", "Le poireau", "/", meter.pk), ("own",))
    other = ShareCode.objects.get(holder="max").code
    count_acts([offer(came_by=codes["own"].code, person="lea")])
    count_acts([offer(came_by=other, person="lea", kind="view")])
    assert brought_by_holders() == {"zoe": 1, "max": 1}


def test_one_network_has_one_limit_for_all_links(codes, offer):
    for code in (codes["whatsapp"].code, codes["own"].code):
        count_acts([offer(came_by=code, network="hall") for _ in range(8)])
    assert brought_by_holders() == {"zoe": 10}
    assert Referral.objects.filter(reason="network").count() == 6


def test_nobody_brings_themselves(codes, offer):
    know_holder("zoe", Browser(COOKIE, "192.0.2.7", "Firefox"))
    code = codes["whatsapp"].code
    count_acts([offer(came_by=code, person=person_of_cookie(COOKIE))])
    today = timezone.localdate()
    count_acts([offer(came_by=code, browser=person_of_browser("192.0.2.7", "Firefox", today))])
    assert brought_by_holders() == {}
    assert Referral.objects.filter(reason="self").count() == 2
    know_holder("zoe", Browser("", "192.0.2.8", "Chrome"))
    assert set(ShareCode.objects.values_list("maker", flat=True)) == {person_of_cookie(COOKIE)}


def test_since_a_day(codes, offer):
    count_acts([offer(came_by=codes["own"].code)])
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert brought_by_holders(tomorrow) == {}
    assert brought_by_holders(timezone.localdate()) == {"zoe": 1}


def test_ended(codes, offer):
    know_holder("zoe", Browser(COOKIE, "192.0.2.7", "Firefox"))
    count_acts([offer(came_by=codes["own"].code)])
    end_holder_codes("zoe")
    end_holder_codes("zoe")
    count_acts([offer(came_by=codes["own"].code)])
    assert brought_by_holders() == {"zoe": 1}
    assert set(ShareCode.objects.values_list("maker", "maker_browser")) == {("", "")}
