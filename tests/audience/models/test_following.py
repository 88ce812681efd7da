"""An address follows a subject once."""

import pytest
from django.db import IntegrityError, transaction

from audience.models import Subscription
from tests.audience.following import follower

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_an_address_follows_a_subject_once_however_it_is_written():
    follower("zoe@example.org")
    follower("zoe@example.org", key="8")
    with pytest.raises(IntegrityError), transaction.atomic():
        follower("Zoe@Example.ORG")
    assert set(Subscription.objects.values_list("email", flat=True)) == {"zoe@example.org"}
