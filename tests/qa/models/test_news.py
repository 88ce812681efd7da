"""News of any room: one row a form, and words for the picture."""

import pytest

from qa.models import Moderated, ToldNews

ROOMS = ToldNews.__subclasses__()


@pytest.mark.parametrize("kind", ROOMS)
def test_every_room_says_whose_they_are(kind):
    assert issubclass(kind, Moderated)
    assert kind.place_field in kind.shown_with
    assert kind._meta.get_field("key").unique
    assert kind._meta.ordering == ["-received_at", "-pk"]


def test_there_are_rooms_with_news():
    assert {kind.kind for kind in ROOMS} == {"page_news", "project_news"}
