"""A programme as something to follow."""

import pytest
from django.utils.translation import override

from live.domain.followed_lives import find_live, key_in, mark_of

pytestmark = pytest.mark.django_db


def test_in_the_language_of_the_reader_else_in_another(make_live, translate):
    page = make_live()
    key = page.translation_key.hex
    with override("en"):
        assert find_live(key).title == page.title
        translate(page, title="World tour")
        assert find_live(key).title == "World tour"
    assert (find_live(key).title, find_live(key).address) == (page.title, page.url)


@pytest.mark.parametrize("key", ["", "zz", "0" * 32, "g" * 32])
def test_nothing_behind_other_keys(house, key):
    assert find_live(key) is None


def test_a_draft_cannot_be_followed(make_live):
    assert find_live(make_live(live=False).translation_key.hex) is None


def test_marks_fit_their_column_and_tell_dates_apart(make_live):
    page = make_live()
    mark = mark_of(page.translation_key.hex, page.starts_at)
    assert len(mark) == 40
    assert key_in(mark) == page.translation_key.hex
