"""Asking writes a wish and one mail; nobody learns who follows already."""
# ruff: noqa: F811

import pytest

from audience.domain import mail_budgets
from audience.domain.ask_to_follow import ask_to_follow
from audience.domain.mail_budgets import MOST_PER_ADDRESS
from audience.errors import TooManyAsked
from audience.models import Mail, Subscription
from tests.audience.following import follower, garden  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def ask(subject, email="zoe@example.org", network="192.0.2.1", language="en"):
    ask_to_follow(subject, email, language, network)


def test_a_wish_waits_for_its_press(garden):
    ask(garden, "Zoe@Example.org")
    zoe = Subscription.objects.get()
    assert (zoe.email, zoe.state, zoe.language) == ("zoe@example.org", "waiting", "en")
    assert zoe.confirmed_at is None
    assert Mail.objects.get().subscription == zoe


def test_asking_again_sends_again_within_the_budget(garden):
    for _ in range(MOST_PER_ADDRESS + 4):
        ask(garden)
    assert Subscription.objects.count() == 1
    assert Mail.objects.count() == MOST_PER_ADDRESS


def test_who_follows_goes_on_following_and_is_written_to_alike(garden):
    zoe = follower(language="fr")
    ask(garden)
    again = Subscription.objects.get()
    assert (again.state, again.language, again.asked_at) == ("confirmed", "fr", zoe.asked_at)
    assert Mail.objects.count() == 1


def test_who_stopped_may_begin_again(garden):
    zoe = follower(state="ended")
    ask(garden)
    again = Subscription.objects.get()
    assert (again.pk, again.state, again.ended_at) == (zoe.pk, "waiting", None)


def test_too_many_from_one_network(garden, monkeypatch):
    monkeypatch.setattr(mail_budgets, "MOST_PER_NETWORK", 2)
    ask(garden, "a@example.org")
    ask(garden, "b@example.org")
    with pytest.raises(TooManyAsked) as refusal:
        ask(garden, "c@example.org")
    assert refusal.value.status == 429
    ask(garden, "c@example.org", network="198.51.100.1")
    assert Subscription.objects.count() == 3
