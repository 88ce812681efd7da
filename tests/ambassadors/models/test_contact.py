"""A contact says when and what."""

from datetime import date

from ambassadors.models import Contact


def test_name():
    assert str(Contact(contacted_on=date(2026, 11, 3), note="Called")) == "2026-11-03: Called"
