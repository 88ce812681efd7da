"""A page shows its newest card."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from campaigns.domain.cards.newest_card import newest_card
from campaigns.models import ShareCard

pytestmark = pytest.mark.django_db


def test_none_yet_then_the_newest(django_assert_num_queries):
    assert newest_card("leek", "7") == ""
    now = timezone.now()
    for digest, age in (("a" * 20, 1), ("b" * 20, 0), ("c" * 20, 2)):
        made_at = now - timedelta(days=age)
        ShareCard.objects.create(kind="leek", key="7", digest=digest, made_at=made_at)
    cache.clear()
    with django_assert_num_queries(1):
        assert newest_card("leek", "7") == newest_card("leek", "7") == f"/cartes/{'b' * 20}.png"
