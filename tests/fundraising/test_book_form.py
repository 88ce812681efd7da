"""Which books: of those who receive gifts, in a period that has days."""

import pytest

from campaigns.models import Organisation
from fundraising.book_form import BookForm

pytestmark = pytest.mark.django_db


def test_a_period_and_a_receiver(fund):
    typed = {"organisation": fund.beneficiary_id, "first": "2026-03-01", "last": "2026-03-31"}
    typed |= {"table": "days", "ending": "csv"}
    form = BookForm(typed)
    assert form.is_valid()
    assert len(form.period()) == 31
    assert "last" in BookForm(typed | {"last": "2026-02-01"}).errors
    assert "first" in BookForm(typed | {"first": "x"}).errors
    other = Organisation.objects.create(name="Une autre")
    assert "organisation" in BookForm(typed | {"organisation": other.pk}).errors
