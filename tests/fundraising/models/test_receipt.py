"""Numbers are unique, and a gift has one valid receipt: the tables see to it."""

import pytest
from django.db import IntegrityError, transaction

from fundraising.models import Receipt, ReceiptCounter

pytestmark = pytest.mark.django_db


def test_the_tables_refuse_doubles(issuer, make_gift):
    values = {"organisation": issuer.organisation, "year": 2026, "given_on": "2026-11-29"}
    values |= {"amount_cents": 20_00, "donor_name": "Zoé"}
    first, second = make_gift(), make_gift()
    found = Receipt.objects.create(number=1, donation=first, **values)
    assert str(found) == "2026-00001"
    assert found.successor is None
    for double in ({"number": 1, "donation": second}, {"number": 2, "donation": first}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Receipt.objects.create(**values, **double)
    counter = {"organisation": issuer.organisation, "year": 2026}
    assert str(ReceiptCounter.objects.create(**counter)).endswith("2026: 0")
    with pytest.raises(IntegrityError), transaction.atomic():
        ReceiptCounter.objects.create(**counter)
