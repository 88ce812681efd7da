"""Joining: nothing without the mailbox, nothing said about others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ambassadors.domain import join
from ambassadors.domain.send_link import PURPOSE
from ambassadors.models import Ambassador
from ambassadors.refusals import AliasTaken, LinkIsOver, TooManyAsked
from audience.models import Mail, MailboxLink
from qa.enums import StopMode, TextState
from qa.models import Decision, StopList

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def ask(email: str = "Zoe@Example.org", alias: str = "Zoé") -> None:
    join.ask_to_join(email, alias, "fr", "192.0.2.7")


def enter(email: str = "zoe@example.org") -> Ambassador:
    code = Ambassador.objects.get(email=email).code
    return join.enter(MailboxLink.objects.filter(purpose=PURPOSE, key=code).last())


def test_from_the_form_to_the_first_link(house):
    ask()
    one = Ambassador.objects.get()
    assert (one.state, one.joined_at, one.email) == (TextState.DRAFT, None, "zoe@example.org")
    assert not Ambassador.objects.here().exists()
    one = enter()
    assert (one.state, one.joined_at is None) == (TextState.APPROVED, False)
    assert Decision.objects.get().kind == "ambassador"


def test_asking_again_changes_only_a_draft(house):
    ask()
    ask(alias="Zoé des prés")
    assert enter().alias == "Zoé des prés"
    ask(alias="Somebody else")
    assert Ambassador.objects.get().alias == "Zoé des prés"
    assert Mail.objects.count() == 3


def test_a_link_works_once(house):
    ask()
    enter()
    with pytest.raises(LinkIsOver):
        enter()
    with pytest.raises(LinkIsOver):
        join.enter(MailboxLink.objects.create(purpose=PURPOSE, key="nobody"))


def test_two_who_prove_the_same_alias(house):
    ask()
    ask("max@example.org", "ZOÉ")
    assert enter().alias == "Zoé"
    second = enter("max@example.org")
    assert (second.alias, second.fold, second.version) == ("ZOÉ 2", "zoe 2", 1)
    with pytest.raises(AliasTaken):
        ask("lea@example.org", "zoe")


def test_stop_words_wait_for_the_team(house):
    StopList.objects.create(name="A", words="navet", mode=StopMode.HOLD)
    ask(alias="Vieux navet")
    one = enter()
    assert (one.state, one.held_for) == (TextState.HELD, "navet")


def test_another_link(house, make_ambassador):
    make_ambassador("Max", email="max@example.org")
    join.ask_for_link("MAX@example.org", "fr", "192.0.2.7")
    join.ask_for_link("nobody@example.org", "fr", "192.0.2.7")
    assert [mail.email for mail in Mail.objects.all()] == ["max@example.org"]


def test_one_network_asks_so_often(house, monkeypatch):
    monkeypatch.setattr(join, "MOST_PER_NETWORK", 1)
    ask()
    with pytest.raises(TooManyAsked):
        ask("max@example.org", "Max")
    assert Ambassador.objects.count() == 1


def test_too_old(house):
    ask()
    MailboxLink.objects.update(made_at=timezone.now() - timedelta(days=2))
    with pytest.raises(LinkIsOver):
        enter()
    assert Ambassador.objects.get().joined_at is None
