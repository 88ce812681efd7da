"""Links are good for one subscription and one purpose."""

import pytest

from audience.domain.follow_links import (
    CONFIRM,
    END,
    link_to,
    signed_subscription,
    subscription_in,
)
from tests.audience.following import follower

pytestmark = pytest.mark.django_db


def test_a_link_leads_back_to_its_subscription(settings):
    settings.PUBLIC_URL = "https://tv.example"
    zoe = follower()
    for purpose, word in ((CONFIRM, "oui"), (END, "fin")):
        link = link_to(purpose, zoe)
        assert link.startswith(f"https://tv.example/en/suivre/{word}/")
        token = link.rstrip("/").rpartition("/")[2]
        assert subscription_in(token, purpose) == zoe.pk
        assert signed_subscription(token, purpose).get() == zoe
        other = END if purpose == CONFIRM else CONFIRM
        assert subscription_in(token, other) is None
        assert not signed_subscription(token, other).exists()


def test_the_language_is_the_reader_s():
    assert "/en/" not in link_to(END, follower(language="fr"))


@pytest.mark.parametrize("token", ["", "1", "1.", ".x", "é.é"])
def test_forged(token):
    assert subscription_in(token, END) is None
