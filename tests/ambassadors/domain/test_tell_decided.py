"""A decision about an alias is in the ranking at once, and told once."""

import pytest
from django.core import mail

from ambassadors.domain.change_alias import change_alias
from ambassadors.domain.leave import leave
from ambassadors.domain.rank import standings_this_week
from ambassadors.domain.tell_decided import OCCASION, sample_decided
from audience.domain.send_mails import send_mails
from audience.models import Mail
from qa.domain.decide import decide
from qa.enums import Action, TextState

pytestmark = pytest.mark.django_db


def test_hidden_at_once(make_ambassador, bring, mo):
    one = make_ambassador()
    bring(one, 1)
    assert standings_this_week()
    decide(one, Action.HIDE, user=mo)
    assert standings_this_week() == []


def test_taken_down_and_accepted_are_told_once_each(make_ambassador, mo):
    one = decide(
        make_ambassador(), Action.REJECT, user=mo, reason="other", note="Deux Zoé, une de trop."
    )
    assert (send_mails(), send_mails()) == (1, 0)
    [sent] = mail.outbox
    assert sent.to == ["zoe.des.poireaux@example.org"]
    assert sent.subject == "Votre pseudonyme n’a pas été accepté"
    assert "Deux Zoé, une de trop." in sent.body
    assert "/ambassadeurs/lien/" in sent.body
    assert "List-Unsubscribe" not in sent.extra_headers
    decide(one, Action.APPROVE, user=mo)
    assert send_mails() == 1
    assert mail.outbox[1].subject == "Votre pseudonyme est dans le classement"
    assert "/ambassadeurs/\n" in mail.outbox[1].body


def test_in_the_language_of_the_ambassador(make_ambassador, mo):
    decide(make_ambassador(language="en"), Action.HIDE, user=mo)
    send_mails()
    assert mail.outbox[0].subject == "Your alias is hidden for now"
    assert "/en/ambassadeurs/lien/" in mail.outbox[0].body


def test_not_of_ones_own_deeds_nor_of_what_is_no_news(make_ambassador, mo):
    one = make_ambassador(state=TextState.PENDING)
    decide(one, Action.ASSIGN, user=mo, owner=mo)
    leave(make_ambassador("Max"))
    assert not Mail.objects.exists()


def test_what_was_decided_anew_or_of_who_left_is_not_told(make_ambassador, mo):
    one = decide(make_ambassador(), Action.HIDE, user=mo)
    change_alias(one, "Zoé des choux")
    gone = decide(make_ambassador("Max"), Action.HIDE, user=mo)
    leave(gone)
    assert list(Mail.objects.values_list("occasion", "email")) == [
        (OCCASION, "zoe.des.poireaux@example.org")
    ]
    assert send_mails() == 0


def test_the_team_sees_a_sample(db):
    assert sample_decided().html
