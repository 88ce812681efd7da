"""A notice says what it is about in a line, and its form makes one row."""

import pytest
from django.db import IntegrityError, transaction

from qa.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_form_sent_twice_makes_one_notice():
    values = {"key": "k", "kind": "comment", "subject_id": 1, "words": "Vilain navet."}
    notice = Notice.objects.create(ground="hateful", **values)
    assert str(notice).endswith(" Vilain navet.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(ground="spam", **values)
