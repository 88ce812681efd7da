"""Who has which text open: one each, by name, until they are gone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qa.domain.presence import GONE_AFTER, look_at, look_away, seen_by_others
from qa.models import Presence

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_others_see_it_by_name(mo, make_user):
    zoe = make_user("zoe", first_name="Zoé", last_name="Cerfeuil")
    look_at(zoe, "question", 1)
    look_at(zoe, "question", 2)
    assert seen_by_others(mo) == {("question", 2): str(zoe)}
    assert seen_by_others(zoe) == {}
    look_at(mo, "question", 2)
    assert seen_by_others(make_user("ed")) == {("question", 2): f"{zoe}, {mo}"}
    look_away(zoe)
    assert seen_by_others(mo) == {}


def test_gone_after_a_while(mo, make_user):
    look_at(make_user("zoe"), "question", 1)
    Presence.objects.update(seen_at=timezone.now() - GONE_AFTER - timedelta(seconds=1))
    assert seen_by_others(mo) == {}
