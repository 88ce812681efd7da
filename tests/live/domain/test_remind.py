"""Reminders leave half an hour before, once for each date, however often the clock looks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.models import Mail
from live.domain.announce_programme import MOVED
from live.domain.remind import REMINDER, announce_changes, remind
from live.models import LiveProgrammePage
from tests.live.domain.test_announce_programme import follow

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def soon(minutes: float):
    return timezone.now() + timedelta(minutes=minutes)


def reminders() -> int:
    return Mail.objects.filter(occasion=REMINDER).count()


@pytest.mark.parametrize(("minutes", "sent"), [(31, 0), (29, 1), (1, 1), (-1, 0)])
def test_within_the_half_hour(make_live, minutes, sent):
    page = make_live(starts_at=soon(minutes))
    follow(page)
    remind()
    remind()
    assert reminders() == sent


def test_who_confirms_late_is_reminded_too(make_live):
    page = make_live(starts_at=soon(20))
    follow(page)
    remind()
    follow(page, "lea@example.org")
    remind()
    assert reminders() == 2


def test_a_translated_programme_reminds_once(make_live, translate):
    page = make_live(starts_at=soon(20))
    translate(page)
    follow(page)
    assert remind() == 1
    assert reminders() == 1


def test_a_draft_and_what_was_taken_down_remind_nobody(make_live):
    for page in (make_live(starts_at=soon(20), live=False), make_live(starts_at=soon(20))):
        follow(page)
        page.unpublish()
    assert remind() == 0


def test_another_date_is_another_reminder(make_live):
    page = make_live(starts_at=soon(20))
    follow(page)
    remind()
    LiveProgrammePage.objects.update(starts_at=soon(25))
    remind()
    assert reminders() == 2


def test_what_a_dead_process_left_unsaid_is_said(make_live):
    page = make_live()
    follow(page)
    assert announce_changes() == 0
    LiveProgrammePage.objects.update(starts_at=page.starts_at + timedelta(days=1))
    assert announce_changes() == 1
    assert announce_changes() == 0
    assert Mail.objects.filter(occasion=MOVED).count() == 1
