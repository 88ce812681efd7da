"""Totals follow the acts, up and down."""

from datetime import date

import pytest

from audience.domain.daily_totals import add_numbers, add_to_totals
from audience.enums import Reason, Verdict
from audience.models import Act, DailyTotal

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

DAY = date(2026, 9, 21)


def act(meter, verdict=Verdict.COUNTED, reason=Reason.NONE, **values):
    return Act(
        **{"meter": meter, "kind": "click", "day": DAY, **values}, verdict=verdict, reason=reason
    )


def rows():
    totals = DailyTotal.objects.order_by("verdict", "reason", "host")
    return list(totals.values_list("verdict", "reason", "host", "count"))


def test_acts_are_added_to_what_is_there(meter):
    bot = act(meter, Verdict.REFUSED, Reason.BOT)
    waiting = act(meter, Verdict.TO_VERIFY, Reason.BUSY_NETWORK)
    add_to_totals(meter, [act(meter), act(meter, host="blog"), bot, bot])
    add_to_totals(meter, [act(meter), waiting])
    assert rows() == [
        ("counted", "", "", 2),
        ("counted", "", "blog", 1),
        ("refused", "bot", "", 2),
        ("to_verify", "busy_network", "", 1),
    ]
    meter.refresh_from_db()
    assert (meter.counted, meter.refused, meter.to_verify, meter.version) == (3, 2, 1, 2)


def test_acts_are_taken_away(meter):
    waiting = act(meter, Verdict.TO_VERIFY, Reason.BUSY_NETWORK)
    add_to_totals(meter, [waiting, waiting])
    add_to_totals(meter, [waiting], sign=-1)
    assert rows() == [("to_verify", "busy_network", "", 1)]
    meter.refresh_from_db()
    assert meter.to_verify == 1


def test_numbers_move_from_one_verdict_to_another(meter):
    add_to_totals(meter, [act(meter), act(meter), act(meter, host="blog")])
    group = (DAY, "click", "")
    moved = {(*group, "counted", ""): -2, (*group, "refused", "revoked"): 2}
    add_numbers(meter, moved)
    assert rows() == [
        ("counted", "", "", 0),
        ("counted", "", "blog", 1),
        ("refused", "revoked", "", 2),
    ]
    meter.refresh_from_db()
    assert (meter.counted, meter.refused, meter.received, meter.version) == (1, 2, 3, 2)


def test_nothing_changes_nothing(meter, django_assert_num_queries):
    with django_assert_num_queries(0):
        add_to_totals(meter, [])
    assert meter.version == 0
