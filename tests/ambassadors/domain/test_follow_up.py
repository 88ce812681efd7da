"""Who to speak to next: ambassadors and hosts."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from ambassadors.domain import follow_up
from ambassadors.models import Contact
from ambassadors.refusals import MayNotFollowUp, NoteMissing
from audience.domain.count_acts import Offer, count_acts
from campaigns.models import EmbedHost

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def host(campaign):
    host = EmbedHost.objects.create(
        name="Le blog", address="https://blog.example/", contact="b@blog.example"
    )
    EmbedHost.objects.create(name="Closed", address="https://no.example/", is_open=False)
    now = timezone.now()
    for number, when in enumerate((now, now, now - timedelta(days=9))):
        count_acts(
            [
                Offer(
                    meter_key=campaign.meter.key, kind="click", received_at=when,
                    nonce=f"h{number}", person=f"h{number}", network=f"h{number}", host=host.key,
                )
            ]
        )  # fmt: skip
    return host


@pytest.fixture
def ruth(make_user):
    return make_user("ruth", "ambassadors.change_contact")


def test_whom_nobody_spoke_to_stands_first(make_ambassador, bring, host, ruth):
    one, other = make_ambassador(), make_ambassador("Max")
    bring(one, 4)
    assert [leader.name for leader in follow_up.leaders()] == [one.alias, "Le blog", "Max"]
    leader = follow_up.leader_of("ambassador", one.pk)
    follow_up.note_contact(ruth, leader, date(2026, 11, 3), " Called, wants posters ")
    found = follow_up.leaders()
    assert [leader.name for leader in found] == ["Le blog", "Max", one.alias]
    assert found[-1].last.note == "Called, wants posters"
    assert [leader.name for leader in follow_up.leaders("host")] == ["Le blog"]
    assert {leader.pk for leader in follow_up.leaders("ambassador")} == {one.pk, other.pk}


def test_figures(make_ambassador, bring, host):
    one = make_ambassador()
    bring(one, 1)
    bring(one, 2, days_ago=9)
    found = follow_up.leader_of("ambassador", one.pk)
    assert (found.this_week, found.ever, found.email) == (1, 3, one.email)
    found = follow_up.leader_of("host", host.pk)
    assert (found.this_week, found.ever, found.email) == (2, 3, "b@blog.example")
    assert found.kind_label != found.kind


def test_nobody():
    assert follow_up.leader_of("host", 99) is None
    assert follow_up.leader_of("ambassador", 99) is None
    assert follow_up.leader_of("other", 1) is None
    assert follow_up.leaders() == []


def test_rights_and_bad_notes(make_ambassador, make_user, ruth):
    leader = follow_up.leader_of("ambassador", make_ambassador().pk)
    reader = make_user("reader", "ambassadors.view_contact")
    today = timezone.localdate()
    assert follow_up.may_read_follow_up(reader)
    assert not follow_up.may_read_follow_up(make_user("nobody"))
    with pytest.raises(MayNotFollowUp):
        follow_up.note_contact(reader, leader, today, "Called")
    for on, note in ((today, " "), (None, "Called"), (today + timedelta(days=1), "Called")):
        with pytest.raises(NoteMissing):
            follow_up.note_contact(ruth, leader, on, note)
    follow_up.note_contact(ruth, leader, today, "x" * 700)
    assert len(Contact.objects.get().note) == 600
    assert len(follow_up.contacts_with(leader)) == 1
