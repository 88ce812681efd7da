"""The mails: what they say, in whose language, and when they are not wanted any more."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone
from django.utils.translation import override

from audience.domain.send_mails import send_mails
from audience.enums import SubscriptionState
from audience.models import Mail, Subscription
from live.domain.remind import remind
from live.domain.write_reminder import sample_moved, sample_reminder
from live.models import LiveProgrammePage
from tests.live.domain.test_announce_programme import follow, move

pytestmark = pytest.mark.django_db


def soon(minutes: float):
    return timezone.now() + timedelta(minutes=minutes)


def test_a_reminder_leads_to_the_page_and_ends_with_one_press(make_live):
    page = make_live(starts_at=soon(20), pitch="Six potagers.")
    follow(page)
    remind()
    assert send_mails() == 1
    (sent,) = outbox.outbox
    assert page.title in sent.subject
    assert "Six potagers." in sent.body
    assert page.url in sent.body
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_in_the_language_of_the_reader(make_live, translate):
    page = make_live(starts_at=soon(20))
    translate(page, title="World tour")
    follow(page, language="en")
    remind()
    send_mails()
    assert "World tour" in outbox.outbox[0].subject
    assert "Lisbon" not in outbox.outbox[0].body


def test_a_new_date_says_which(make_live):
    page = make_live()
    follow(page)
    move(page, timedelta(days=1))
    send_mails()
    assert outbox.outbox[0].subject.endswith(page.title)


def test_what_is_not_true_any_more_is_not_sent(make_live):
    page = make_live(starts_at=soon(20))
    follow(page)
    remind()
    LiveProgrammePage.objects.update(starts_at=page.starts_at + timedelta(days=1))
    assert send_mails() == 0
    assert not Mail.objects.exists()


@pytest.mark.parametrize("state", [SubscriptionState.ENDED, SubscriptionState.WAITING])
def test_who_does_not_follow_gets_nothing(make_live, state):
    page = make_live(starts_at=soon(20))
    follow(page)
    remind()
    Subscription.objects.update(state=state)
    assert send_mails() == 0


def test_a_reminder_that_comes_too_late_is_not_sent(make_live):
    page = make_live(starts_at=soon(20))
    follow(page)
    remind()
    LiveProgrammePage.objects.update(starts_at=page.starts_at - timedelta(hours=2))
    Mail.objects.update(about=Mail.objects.get().about)
    assert send_mails() == 0


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("sample", [sample_reminder, sample_moved])
def test_samples_are_whole(roots, sample, language):
    with override(language):
        letter = sample()
    assert letter.subject
    assert letter.text.strip()
    assert "<h1" in letter.html
