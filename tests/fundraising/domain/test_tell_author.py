"""Owners are told what was decided about their news."""

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from audience.models import Mail
from fundraising.domain.tell_author import sample_to_author
from qa.domain.decide import decide
from qa.enums import Action, TextState

pytestmark = pytest.mark.django_db


def test_approved_and_declined(make_news, mo):
    shown = decide(make_news(state=TextState.PENDING), Action.APPROVE, user=mo)
    away = make_news(shown.fundraiser, state=TextState.PENDING)
    decide(away, Action.REJECT, user=mo, reason="other", note="Relisez-vous.")
    assert send_mails() == 2
    first, second = (sent.body for sent in mail.outbox)
    assert f"/collectes/{shown.fundraiser.slug}/#{shown.code}" in first
    assert "Relisez-vous." in second
    assert f"/mes-collectes/{shown.fundraiser.code}/nouvelles/" in second
    assert {sent.to[0] for sent in mail.outbox} == {"zoe@example.org"}


def test_of_teams_too(make_team, mo):
    team = decide(make_team(state=TextState.PENDING), Action.APPROVE, user=mo)
    send_mails()
    assert team.get_absolute_url() in mail.outbox[0].body


def test_not_of_ones_own_deeds_or_what_was_erased_since(make_news, mo):
    decide(make_news(), Action.STAR, user=mo)
    assert not Mail.objects.exists()
    news = decide(make_news(), Action.HIDE, user=mo)
    news.delete()
    assert send_mails() == 0


def test_the_team_sees_a_sample(db):
    assert "Zoé" not in sample_to_author().subject
    assert sample_to_author().html
