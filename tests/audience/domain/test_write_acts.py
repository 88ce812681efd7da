"""Acts reach their table as they were received."""

from dataclasses import asdict
from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone

from audience.domain.write_acts import insert_acts
from audience.models import Act
from audience.received import RECEIVED, ReceivedAct

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def act(**values):
    known = {"kind": "click", "day": date(2026, 11, 25), "received_at": timezone.now()}
    return ReceivedAct(**{**known, "verdict": "counted", **values})


def test_every_field_comes_back(meter):
    whole = act(
        host="blog",
        person="zoe",
        network="school",
        nonce="n",
        came_by="par",
        film="f",
        verdict="to_verify",
        reason="busy_network",
        number=7,
        gifts=[[3, 2000]],
    )
    insert_acts(meter, [whole])
    row = Act.objects.get()
    assert {name: getattr(row, name) for name in RECEIVED} == asdict(whole)
    assert (row.meter, row.note, row.decided_by) == (meter, "", None)


def test_many_at_once(meter):
    insert_acts(meter, [act(number=number) for number in range(1, 1_001)])
    assert Act.objects.count() == 1_000


def test_none(meter, django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_acts(meter, [])


@pytest.mark.parametrize(
    "same", [{"person": "zoe"}, {"number": 1}, {"nonce": "n", "verdict": "refused"}]
)
def test_the_table_itself_refuses_what_may_stand_once(meter, same):
    with pytest.raises(IntegrityError):
        insert_acts(meter, [act(**same), act(**same)])
