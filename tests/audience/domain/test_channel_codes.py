"""A page finds its codes with one question, and never somebody's own."""

import pytest
from django.utils import timezone

from audience.domain.channel_codes import channel_codes
from tests.audience.sharing import code_of

pytestmark = pytest.mark.django_db


def test_the_sites_own_alone(meter, django_assert_num_queries):
    code = code_of(meter)
    code_of(meter, secret="s")
    code_of(meter, channel="x", revoked_at=timezone.now())
    with django_assert_num_queries(1):
        assert channel_codes("leek", "7") == {"mastodon": code.code}
    assert channel_codes("leek", "8") == {}
