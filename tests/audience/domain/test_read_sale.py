"""What a partner's call says, or which of its fields cannot be read."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audience.domain.read_sale import read_sale
from audience.errors import SaleUnreadable

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


def body(**values):
    told = {"sale": "T-1", "sold_at": "2026-11-25T18:30:00+01:00", "acts": 2, **values}
    return json.dumps({name: value for name, value in told.items() if value is not ...}).encode()


def test_a_sale():
    sale = read_sale(body(), NOW)
    assert (sale.reference, sale.acts) == ("T-1", 2)
    assert sale.sold_at == NOW - timedelta(minutes=30)
    assert read_sale(body(acts=...), NOW).acts == 1


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"sale": ...}, "sale"),
        ({"sale": 7}, "sale"),
        ({"sale": "  "}, "sale"),
        ({"sale": "x" * 65}, "sale"),
        ({"sale": "a\x00b"}, "sale"),
        ({"sold_at": ...}, "sold_at"),
        ({"sold_at": "2026-11-25T18:30:00"}, "sold_at"),
        ({"sold_at": "2026-13-45T18:30:00Z"}, "sold_at"),
        ({"sold_at": "2026-11-25T18:05:01Z"}, "future"),
        ({"sold_at": "2026-10-01T00:00:00Z"}, "days ago"),
        ({"acts": "2"}, "acts"),
        ({"acts": True}, "acts"),
        ({"acts": 1.5}, "acts"),
    ],
)
def test_a_field_that_cannot_be_read_is_named(values, what):
    with pytest.raises(SaleUnreadable) as refused:
        read_sale(body(**values), NOW)
    assert what in str(refused.value)


@given(st.binary(max_size=60) | st.just(b"[" * 4_000) | st.just(b"[]"))
def test_any_bytes(sent):
    with pytest.raises(SaleUnreadable):
        read_sale(sent, NOW)
