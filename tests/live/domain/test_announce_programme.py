"""A new date is told once to whoever wants to be reminded."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.enums import SubscriptionState
from audience.models import Mail, Subscription
from live.domain.announce_programme import MOVED, announce_programme
from live.domain.followed_lives import KIND
from live.models import LiveProgrammePage

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def follow(page, email="zoe@example.org", language="fr") -> Subscription:
    return Subscription.objects.create(
        kind=KIND,
        key=page.translation_key.hex,
        email=email,
        language=language,
        state=SubscriptionState.CONFIRMED,
        confirmed_at=timezone.now() - timedelta(days=1),
    )


def move(page, by: timedelta) -> None:
    page = LiveProgrammePage.objects.get(pk=page.pk)
    page.starts_at += by
    page.save_revision().publish()


def mails() -> list[str]:
    return list(Mail.objects.filter(occasion=MOVED).values_list("email", flat=True))


def test_a_moved_date_is_told_once(make_live):
    page = make_live()
    follow(page)
    move(page, timedelta(days=1))
    assert mails() == ["zoe@example.org"]
    assert not announce_programme(page.pk)
    move(page, timedelta())
    assert len(mails()) == 1
    move(page, timedelta(days=1))
    assert len(mails()) == 2


def test_a_title_or_a_past_date_is_no_reason_to_write(make_live):
    page = make_live()
    follow(page)
    page.title = "Autre"
    page.save_revision().publish()
    move(page, timedelta(days=-30))
    assert mails() == []


def test_a_draft_tells_nobody(make_live):
    page = make_live()
    follow(page)
    page.starts_at += timedelta(days=1)
    page.save_revision()
    assert mails() == []
    draft = make_live(live=False)
    assert not announce_programme(draft.pk)


def test_both_languages_tell_an_address_once(make_live, translate):
    page = make_live()
    follow(page)
    copy = translate(page)
    for one in (page, copy):
        move(one, timedelta(days=1))
    assert len(mails()) == 1
