"""Every act ends once: counted, refused or to verify, and the totals say the same as the rows."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from audience import listeners
from audience.domain.count_acts import Offer, count_acts
from audience.enums import Reason, Verdict
from audience.models import Act, DailyTotal, Meter

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def ends(*offers):
    return [(outcome.verdict, outcome.reason) for outcome in count_acts(offers)]


COUNTED = (Verdict.COUNTED, "")


def refused(reason):
    return (Verdict.REFUSED, reason)


def test_somebody_acts(offer, meter):
    [outcome] = count_acts([offer()])
    assert (outcome.verdict, outcome.number, outcome.is_repeat) == (Verdict.COUNTED, 1, False)
    meter.refresh_from_db()
    assert (meter.counted, meter.received, meter.version) == (1, 1, 1)


def test_once_a_day_and_kind_and_host(offer, tomorrow):
    zoe = {"person": "zoe"}
    assert ends(
        offer(**zoe),
        offer(**zoe),
        offer(**zoe, kind="like"),
        offer(**zoe, host="blog"),
        offer(**zoe, received_at=tomorrow),
    ) == [COUNTED, refused(Reason.ALREADY_COUNTED), COUNTED, COUNTED, COUNTED]


def test_also_in_another_request(offer):
    assert ends(offer(person="zoe")) == [COUNTED]
    assert ends(offer(person="zoe")) == [refused(Reason.ALREADY_COUNTED)]


def test_a_repeated_request_is_the_same_act(offer):
    mine = offer()
    [first] = count_acts([mine])
    again, twice = count_acts([mine, mine])
    assert (again.verdict, again.number, again.is_repeat) == (first.verdict, 1, True)
    assert twice == again
    assert Act.objects.count() == 1


def test_a_token_serves_one_person(offer):
    assert ends(offer(nonce="n", person="zoe"), offer(nonce="n", person="max")) == [
        COUNTED,
        refused(Reason.TOKEN_USED),
    ]


def test_before_and_after(offer, meter):
    now = timezone.now()
    Meter.objects.update(opens_at=now, closes_at=now + timedelta(hours=1))
    assert ends(
        offer(received_at=now - timedelta(seconds=1)),
        offer(received_at=now),
        offer(received_at=now + timedelta(hours=1)),
    ) == [refused(Reason.NOT_OPEN_YET), COUNTED, refused(Reason.CLOSED)]


def test_what_the_request_says_against_it(offer):
    assert ends(offer(refusal=Reason.BOT, nonce=None)) == [refused(Reason.BOT)]


def test_a_busy_network_waits(offer, settings):
    settings.ACTS_PER_NETWORK = 60
    now = timezone.now()
    several = [offer(network="school", received_at=now) for _ in range(300)]
    verdicts = Counter(outcome.verdict for outcome in count_acts(several))
    assert verdicts == {Verdict.COUNTED: 60, Verdict.TO_VERIFY: 240}
    assert ends(offer(network="school")) == [(Verdict.TO_VERIFY, Reason.BUSY_NETWORK)]
    later = now + timedelta(minutes=10, seconds=1)
    assert ends(offer(network="school", received_at=later)) == [COUNTED]


def test_thirty_pupils_behind_one_address(offer):
    start = timezone.now()
    pupils = [
        offer(network="school", received_at=start + timedelta(seconds=20 * number))
        for number in range(30)
    ]
    assert {outcome.verdict for outcome in count_acts(pupils)} == {Verdict.COUNTED}


def test_a_meter_that_is_not_there(offer):
    assert count_acts([offer(meter_key="0" * 16), offer()])[0] is None
    assert Act.objects.count() == 1


@pytest.mark.parametrize("hour", ["2026-03-28T22:30:00+00:00", "2026-10-24T21:30:00+00:00"])
def test_nights_when_the_clock_changes_have_one_day_each(offer, hour):
    """On both nights one day in Paris has 23 or 25 hours; each person counts once in it."""
    start = timezone.datetime.fromisoformat(hour)
    hours = [start + timedelta(hours=number) for number in range(27)]
    days = {timezone.localdate(at) for at in hours}
    count_acts([offer(person="zoe", received_at=at) for at in hours])
    assert Act.objects.filter(verdict=Verdict.COUNTED).count() == len(days) == 3


def test_listeners_hear_in_the_transaction(offer, meter, monkeypatch):
    heard = []

    def listener(meter, acts):
        heard.append([act.number for act in acts])
        acts[0].gifts = [[7, 2000]]

    monkeypatch.setattr(listeners, "_listeners", [listener])
    [first, *_] = count_acts([offer(), offer(refusal=Reason.BOT), offer()])
    assert heard == [[1, 2]]
    assert first.gifts == [[7, 2000]]
    assert Act.objects.get(number=1).gifts == [[7, 2000]]


def test_a_listener_that_fails_leaves_nothing_half_written(offer, meter, monkeypatch):
    def listener(meter, acts):
        raise RuntimeError

    monkeypatch.setattr(listeners, "_listeners", [listener])
    with pytest.raises(RuntimeError):
        count_acts([offer()])
    meter.refresh_from_db()
    assert (Act.objects.count(), DailyTotal.objects.count(), meter.received) == (0, 0, 0)


@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    batches=st.lists(
        st.lists(
            st.tuples(
                st.integers(0, 4),  # whose
                st.integers(0, 5),  # which token
                st.sampled_from(["click", "like"]),
                st.sampled_from([None, Reason.BOT]),
                st.integers(0, 2),  # which day
            ),
            max_size=8,
        ),
        max_size=4,
    )
)
def test_rows_and_totals_agree_whatever_comes(meter, batches):
    Act.objects.all().delete()
    DailyTotal.objects.all().delete()
    Meter.objects.update(counted=0, refused=0, to_verify=0)
    now = timezone.now()
    for batch in batches:
        count_acts(
            [
                Offer(
                    meter_key=meter.key,
                    kind=kind,
                    received_at=now + timedelta(days=day),
                    nonce=f"t{token}",
                    person=f"p{whose}",
                    network="n",
                    refusal=refusal,
                )
                for whose, token, kind, refusal, day in batch
            ]
        )
    meter.refresh_from_db()
    rows = Counter(Act.objects.values_list("day", "kind", "verdict", "reason"))
    totals = {
        (total.day, total.kind, total.verdict, total.reason): total.count
        for total in DailyTotal.objects.all()
    }
    assert totals == dict(rows)
    assert meter.counted + meter.refused + meter.to_verify == Act.objects.count()
    numbers = Act.objects.filter(verdict=Verdict.COUNTED).order_by("number")
    assert list(numbers.values_list("number", flat=True)) == list(range(1, meter.counted + 1))
    people = numbers.values_list("person", "kind", "day")
    assert len(people) == len(set(people))
