"""The days of a report."""

from datetime import date

from audience.domain.reports.period import Period, last_days

DAY = date(2026, 3, 1)


def test_both_ends_belong_to_it():
    period = Period(date(2026, 2, 27), DAY)
    assert [day.day for day in period] == [27, 28, 1]
    assert len(period) == 3


def test_the_last_days_end_today():
    assert last_days(1, DAY) == Period(DAY, DAY)
    assert last_days(7, DAY) == Period(date(2026, 2, 23), DAY)


def test_nothing_between_days_turned_round():
    period = Period(DAY, date(2026, 2, 27))
    assert (len(period), list(period)) == (0, [])
