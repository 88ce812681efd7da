"""The rows of acts hold what the count promises, whoever writes them."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from audience.enums import Reason, Verdict
from audience.models import Act

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def make(meter):
    def make(**values):
        now = timezone.now()
        standard = {"kind": "click", "day": now.date(), "received_at": now, "person": "zoe"}
        return Act.objects.create(
            **{"meter": meter, **standard, "verdict": Verdict.COUNTED, **values}
        )

    return make


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"person": "zoe", "number": 1}, {"person": "max", "number": 1}),
        ({"person": "zoe", "nonce": "n"}, {"person": "max", "nonce": "n"}),
    ],
)
def test_what_cannot_stand_twice(make, first, second):
    make(**first)
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**second)
    assert Act.objects.count() == 1


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "view"},
        {"host": "blog"},
        {"person": "max"},
        {"verdict": Verdict.REFUSED, "reason": Reason.ALREADY_COUNTED},
    ],
)
def test_what_stands_beside_a_counted_act(make, values):
    make()
    make(**values)
    assert Act.objects.count() == 2


def test_refused_acts_stand_as_often_as_they_came(make):
    for _ in range(3):
        make(verdict=Verdict.REFUSED, reason=Reason.BOT, person=None)
    assert Act.objects.filter(number=None, nonce=None).count() == 3


def test_an_act_names_itself():
    with translation.override("en"):
        assert str(Act(kind="click", verdict=Verdict.COUNTED, number=7)) == "click 7"
        assert str(Act(kind="view", verdict=Verdict.REFUSED)) == "view refused"
