"""Calendars: instants and whole days, an alarm, a cancellation, the same bytes each time."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from front.calendars import Entry, write_calendar

NOW = datetime(2026, 12, 1, 9, 30, 15, 7, tzinfo=UTC)


def events(*entries):
    return Calendar.from_ical(write_calendar("Dates", entries)).walk("VEVENT")


def test_an_instant_with_an_alarm():
    ends = NOW + timedelta(hours=2)
    entry = Entry(
        "a", 3, NOW, NOW, "Virgules, et ; points", ends, "Deux\nlignes", "https://ess.test/"
    )
    (event,) = events(entry)
    assert (event["uid"], event["sequence"]) == ("a@localhost", 3)
    assert (event.start, event.end) == (NOW.replace(microsecond=0), ends.replace(microsecond=0))
    assert (event["summary"], event["status"]) == ("Virgules, et ; points", "CONFIRMED")
    assert (event["description"], event["url"]) == ("Deux\nlignes", "https://ess.test/")
    assert event["dtstamp"].dt == NOW.replace(microsecond=0)
    assert not event.walk("VALARM")
    (event,) = events(Entry("a", 3, NOW, NOW, "Bientôt", alarm_before=timedelta(minutes=30)))
    (alarm,) = event.walk("VALARM")
    assert (alarm["description"], alarm["trigger"].dt) == ("Bientôt", timedelta(minutes=-30))


def test_a_day_takes_up_nobodys_time():
    entry = Entry("a", 0, NOW, date(2026, 12, 31), "Dernier jour")
    (event,) = events(entry)
    assert (event.start, event.end) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event["transp"] == "TRANSPARENT"
    assert b"DTSTART;VALUE=DATE:20261231" in write_calendar("Dates", [entry])


def test_cancelled_and_the_whole():
    entry = Entry("a", 1, NOW, NOW, "Annulé", is_cancelled=True)
    (event,) = events(entry)
    assert event["status"] == "CANCELLED"
    written = write_calendar("Mes dates", [entry])
    assert written == write_calendar("Mes dates", [entry])
    calendar = Calendar.from_ical(written)
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    assert calendar["x-wr-calname"] == "Mes dates"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in written
    assert events() == []
