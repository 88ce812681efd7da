"""A mail is queued with what it tells, once."""

import pytest
from django.db import transaction

from audience.domain.queue_letter import queue_letter
from audience.models import Mail

pytestmark = pytest.mark.django_db


def test_queued_once():
    queue_letter("told", "7", "Zoe@Example.org", "en")
    queue_letter("told", "7", "zoe@example.org", "en")
    [mail] = Mail.objects.all()
    assert (mail.email, mail.language, mail.subscription) == ("zoe@example.org", "en", None)


def queue_and_fail():
    with transaction.atomic():
        queue_letter("told", "7", "zoe@example.org", "en")
        raise KeyError


def test_gone_with_its_transaction():
    with pytest.raises(KeyError):
        queue_and_fail()
    assert not Mail.objects.exists()
