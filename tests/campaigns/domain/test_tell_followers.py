"""News becomes one mail for each follower, whoever works and whoever is killed."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connections
from django.utils import timezone

from audience import letters
from audience.domain.send_mails import send_mails
from audience.letters import Letter
from audience.models import Mail
from campaigns.domain import tell_followers as module
from campaigns.domain.announce import announce
from campaigns.domain.tell_followers import tell_followers
from campaigns.enums import NewsEvent
from campaigns.models import Announcement, Milestone, MilestoneReached
from tests.audience.following import follower

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def pledge(make_pledge):
    return make_pledge(milestones=[{"acts": 2, "title": "Deux"}])


def follow(pledge, email: str, kind: str = "campaign", **values):
    key = pledge.meter.key if kind == "campaign" else str(pledge.sponsor_id)
    return follower(email, kind=kind, key=key, **values)


def test_followers_of_campaign_and_sponsor_hear_of_it_once(pledge):
    follow(pledge, "zoe@example.org")
    follow(pledge, "omar@example.org", "organisation")
    follow(pledge, "lea@example.org")
    follow(pledge, "lea@example.org", "organisation")
    follower("other@example.org", kind="campaign", key="0" * 16)
    announce(pledge, NewsEvent.LATE)
    assert tell_followers() == 3
    assert tell_followers() == 0
    assert Mail.objects.count() == 3
    assert Announcement.objects.get().told_at is not None


def test_newcomers_hear_of_what_comes(pledge):
    announce(pledge, NewsEvent.ACTIVATED)
    follow(pledge, "zoe@example.org", confirmed_at=timezone.now() + timedelta(seconds=1))
    assert tell_followers() == 0
    assert tell_followers() == 0


def test_a_milestone_says_since_when_it_is_announced(pledge, act):
    act(3)
    assert MilestoneReached.objects.get().announced_at is None
    tell_followers()
    first = MilestoneReached.objects.get().announced_at
    assert first == Announcement.objects.get().told_at
    announce(pledge, NewsEvent.LATE)
    tell_followers()
    assert MilestoneReached.objects.get().announced_at == first
    assert Announcement.objects.filter(milestone=Milestone.objects.get()).count() == 1


def test_killed_in_the_middle_nothing_is_half_told(pledge, monkeypatch):
    follow(pledge, "zoe@example.org")
    announce(pledge, NewsEvent.LATE)
    real = module.queue_mails

    def killed(*args):
        real(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "queue_mails", killed)
    with pytest.raises(KeyboardInterrupt):
        tell_followers()
    assert not Mail.objects.exists()
    assert Announcement.objects.get().told_at is None
    monkeypatch.undo()
    assert tell_followers() == 1


def test_two_workers_at_once_tell_each_follower_once(pledge, monkeypatch):
    monkeypatch.setattr(letters, "_writers", dict(letters._writers))
    letters.register_writer(module.OCCASION, lambda mail: Letter(mail.about, "Text", "<p>T</p>"))
    people = [f"p{number}@example.org" for number in range(8)]
    for email in people:
        follow(pledge, email)
        follow(pledge, email, "organisation")
    for event in (NewsEvent.CAPPED, NewsEvent.EXPIRED, NewsEvent.LATE):
        announce(pledge, event)
    gate = Barrier(2)

    def work():
        gate.wait()
        for _ in range(2):
            tell_followers()
            send_mails()
        connections.close_all()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = sorted((one.to[0], one.subject) for one in mail.outbox)
    assert len(told) == len(set(told)) == 3 * len(people)
