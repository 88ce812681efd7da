"""Offers wait once their mailbox is proved, until they are answered."""

import pytest
from django.utils import timezone

from projects.models import Offer

pytestmark = pytest.mark.django_db


def test_which_wait(make_offer):
    waiting = make_offer()
    make_offer(proved_at=None)
    make_offer(answered_at=timezone.now())
    assert list(Offer.objects.waiting()) == [waiting]
    assert str(waiting) == f"Cycles Guidon → {waiting.project.title}"
    assert waiting.code in waiting.get_private_url()
