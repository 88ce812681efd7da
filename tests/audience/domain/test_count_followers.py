"""A number for the team, without addresses."""

import pytest

from audience.domain.count_followers import count_followers
from tests.audience.following import follower

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_only_who_confirmed():
    follower()
    follower("lea@example.org")
    follower("omar@example.org", state="waiting")
    follower("ben@example.org", state="ended")
    follower(key="8")
    assert count_followers("garden", "7") == 2
    assert count_followers("garden", "9") == 0
