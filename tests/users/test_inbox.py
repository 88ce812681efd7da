"""Rooms above register what waits; each person sees their own kinds."""

import pytest

from users import inbox

pytestmark = pytest.mark.django_db


def test_sources_by_right(kinds, make_user):
    assert [one.kind for one in inbox.sources_for(make_user("chief"))] == list(kinds)
    assert [one.kind for one in inbox.sources_for(make_user("zoe weeding"))] == ["weeding"]
    assert inbox.sources_for(make_user("ana")) == []


def test_a_source_comes_and_goes(kinds):
    found = inbox.source_of("sowing")
    inbox.forget_source("sowing")
    assert inbox.source_of("sowing") is None
    inbox.register_source(found)
    assert inbox.source_of("sowing") is found


def test_the_rooms_have_registered_theirs():
    assert set(inbox._sources) >= {
        "question", "notice", "contestation", "claim", "declaration", "late_pledge", "acts"
    }  # fmt: skip
