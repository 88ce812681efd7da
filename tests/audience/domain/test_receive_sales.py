"""Sales that partners report count once each, all their acts or none."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from audience.domain.read_sale import ReportedSale
from audience.domain.receive_sales import SaleCall, call_of, receive_sales
from audience.errors import SaleDiffers, SaleForged, SaleKeyRevoked, SaleTooLarge, SaleUnknownMeter
from audience.models import Act, Meter, PartnerKey, Sale
from tests.audience.offsite import Till

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
SOLD_AT = timezone.now()


@pytest.fixture
def till(meter):
    return Till(meter)


def call(till, reference="T1", acts=1, sold_at=SOLD_AT, **values):
    sale = ReportedSale(reference, sold_at, acts)
    known = {"meter_key": till.meter.key, "key_id": till.key.key_id}
    return SaleCall(**{**known, **values}, sale=sale)


def test_a_sale_is_so_many_acts(till, meter):
    [ended] = receive_sales([call(till, acts=3)])
    assert [one.number for one in ended.outcomes] == [1, 2, 3]
    assert not ended.is_repeat
    acts = Act.objects.values_list("kind", "host", "verdict", "person").distinct()
    assert list(acts) == [("offsite", till.partner.origin, "counted", None)]
    meter.refresh_from_db()
    assert meter.counted == 3


def test_reported_again_it_is_the_same(till):
    [first] = receive_sales([call(till, acts=2)])
    again, twice = receive_sales([call(till, acts=2), call(till, acts=2)])
    assert again.is_repeat
    assert twice == again
    assert [one.nonce for one in again.outcomes] == [one.nonce for one in first.outcomes]
    assert (Act.objects.count(), Sale.objects.count()) == (2, 1)


def test_twice_in_one_batch(till):
    first, again = receive_sales([call(till), call(till)])
    assert (first.is_repeat, again.is_repeat) == (False, True)
    assert Act.objects.count() == 1


@pytest.mark.parametrize("values", [{"acts": 2}, {"sold_at": SOLD_AT - timedelta(hours=1)}])
def test_the_same_number_for_something_else(till, values):
    receive_sales([call(till)])
    [refused] = receive_sales([call(till, **values)])
    assert isinstance(refused, SaleDiffers)
    assert Act.objects.count() == 1


@pytest.mark.parametrize("acts", [0, -1, 11])
def test_so_many_are_a_mistake(till, acts):
    [refused] = receive_sales([call(till, acts=acts)])
    assert isinstance(refused, SaleTooLarge)
    assert not Sale.objects.exists()


def test_one_refused_among_others(till, meter):
    other = Meter.objects.create(name="Autre")
    strange = call(till, "T2", meter_key=other.key)
    nowhere = call(till, "T3", meter_key="0" * 16)
    unknown = call(till, "T4", key_id="pk_none")
    first, *refused, last = receive_sales(
        [call(till, "T1"), strange, nowhere, unknown, call(till, "T5", acts=2)]
    )
    kinds = [SaleUnknownMeter, SaleUnknownMeter, SaleKeyRevoked]
    assert [type(one) for one in refused] == kinds
    assert [one.number for one in (*first.outcomes, *last.outcomes)] == [1, 2, 3]


def test_a_new_key_replaces_an_old_one(till):
    receive_sales([call(till)])
    PartnerKey.objects.update(revoked_at=timezone.now())
    [refused] = receive_sales([call(till, "T2")])
    assert isinstance(refused, SaleKeyRevoked)
    till.key = PartnerKey.objects.create(partner=till.partner)
    assert receive_sales([call(till)])[0].is_repeat
    assert receive_sales([call(till, "T2")])[0].outcomes[0].number == 2


def test_after_the_end_acts_are_refused_with_their_reason(till):
    Meter.objects.update(closes_at=timezone.now() - timedelta(days=1))
    [ended] = receive_sales([call(till)])
    assert [one.reason for one in ended.outcomes] == ["closed"]
    assert Act.objects.get().verdict == "refused"


def test_a_call_is_checked_before_the_database_is_asked(till, django_assert_num_queries):
    body = till.body()
    headers = till.headers(body)
    now_ms = int(timezone.now().timestamp() * 1000)
    with django_assert_num_queries(0):
        made = call_of(till.meter.key, headers, till.path, body, now_ms)
        with pytest.raises(SaleForged):
            call_of(till.meter.key, headers, till.path, body + b" ", now_ms)
    assert (made.sale.reference, made.key_id) == ("T1", till.key.key_id)


@pytest.mark.django_db(transaction=True)
def test_the_same_sale_from_two_processes(meter):
    till = Till(meter)
    together = Barrier(2)

    def report(_: int) -> int:
        try:
            together.wait(timeout=10)
            [ended] = receive_sales([call(till, acts=5)])
            return ended.outcomes[0].number
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(report, range(2))) == [1, 1]
    assert (Act.objects.count(), Sale.objects.count()) == (5, 1)
