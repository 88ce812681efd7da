"""Calendars: one UID for ever, a sequence that rises with changes, an alarm, a cancellation."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from icalendar import Calendar
from wagtail.models import Locale, PageViewRestriction

from live.domain.write_calendar import announced_programme, calendar_of, calendar_of_lives

pytestmark = pytest.mark.django_db


def event_of(page):
    page.refresh_from_db()
    (event,) = Calendar.from_ical(calendar_of(page)).walk("VEVENT")
    return event


def publish(page, **values):
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_an_event_says_all_that_a_calendar_needs(make_live):
    starts_at = datetime(2026, 12, 12, 13, 0, tzinfo=UTC)
    page = make_live(
        "Virgules, et ; points", starts_at=starts_at, planned_minutes=240, pitch="Oh !"
    )
    event = event_of(page)
    assert event["uid"] == f"{page.calendar_uid}@localhost"
    assert (event.start, event.end) == (starts_at, starts_at + timedelta(hours=4))
    assert (event["summary"], event["status"], event["sequence"]) == (page.title, "CONFIRMED", 0)
    assert event["url"] == page.full_url
    assert event["dtstamp"].dt == page.last_published_at.replace(microsecond=0)
    (alarm,) = event.walk("VALARM")
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(minutes=-30))
    assert b"DTSTART:20261212T130000Z" in calendar_of(page)
    assert calendar_of(page) == calendar_of(page)


def test_the_sequence_rises_with_date_length_and_title_alone(make_live):
    page = make_live()
    uid = event_of(page)["uid"]
    for changes, sequence in (
        ({"pitch": "Autre"}, 0),
        ({"starts_at": page.starts_at + timedelta(hours=1)}, 1),
        ({"planned_minutes": 90}, 2),
        ({"title": "Autre"}, 3),
        ({}, 3),
    ):
        page = publish(page, **changes)
        assert (event_of(page)["sequence"], event_of(page)["uid"]) == (sequence, uid)


def test_an_older_draft_that_is_published_later_does_not_lower_it(make_live):
    page = make_live()
    draft = page.save_revision()
    publish(page, title="Autre")
    draft.publish()
    page.refresh_from_db()
    assert page.calendar_sequence == 2


def test_taken_down_is_cancelled_without_its_title(make_live):
    page = make_live("Secret")
    page.unpublish()
    event = event_of(page)
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)
    assert b"Secret" not in calendar_of(page)
    assert page.slug.encode() not in calendar_of(page)


def test_a_copy_is_another_event(make_live):
    page = make_live()
    copy = page.copy(update_attrs={"slug": "copie", "title": "Copie"})
    assert copy.calendar_uid != page.calendar_uid
    assert copy.calendar_sequence == 0


def test_who_may_know_of_it(make_live):
    page, draft = make_live(), make_live(live=False)
    assert announced_programme(page.calendar_uid) == page
    assert announced_programme(draft.calendar_uid) is None
    assert announced_programme(uuid4()) is None
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert announced_programme(page.calendar_uid) is None


def test_the_calendar_of_all_lives(make_live, translate):
    kept, cancelled = make_live("Un"), make_live("Deux")
    make_live("Brouillon", live=False)
    guarded = make_live("Gardé")
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")
    translate(kept, title="One")
    cancelled.unpublish()
    events = Calendar.from_ical(calendar_of_lives(Locale.get_default())).walk("VEVENT")
    assert {str(one["uid"]).partition("@")[0]: str(one["status"]) for one in events} == {
        str(kept.calendar_uid): "CONFIRMED",
        str(cancelled.calendar_uid): "CANCELLED",
    }
