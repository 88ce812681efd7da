"""One person looks at one text."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from qa.models import Presence

pytestmark = pytest.mark.django_db


def test_one_each(mo):
    values = {"user": mo, "kind": "question", "seen_at": timezone.now()}
    assert "question 1" in str(Presence.objects.create(subject_id=1, **values))
    with pytest.raises(IntegrityError), transaction.atomic():
        Presence.objects.create(subject_id=2, **values)
