"""A page with a public replay opens its film to everybody."""

import pytest

from live.domain.shown_replays import pages_with_replay
from live.models import Recording
from media.domain.may_watch import is_public
from media.edition import new_edition
from tests.live.replays import make_replay

pytestmark = pytest.mark.django_db


def test_only_while_it_is_public(house, make_film):
    film, other = make_film(), make_film()
    replay = make_replay(house.home, "aa")
    Recording.objects.update(video=film)
    assert not is_public(film)
    Recording.objects.update(is_public=True)
    new_edition()
    assert (is_public(film), is_public(other)) == (True, False)
    assert [page.pk for page in pages_with_replay(film)] == [replay.run.programme_id]
    replay.run.programme.unpublish()
    new_edition()
    assert not is_public(film)
