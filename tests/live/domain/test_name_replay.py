"""Where a live that came from elsewhere can be watched again."""

import pytest

from live.domain.name_replay import name_replay
from live.outside_refusals import SiteUnknown
from live.replay_refusals import MayNotFinish, OneReplayOnly, RecordedHere, ReplayIsPublic
from tests.live.replays import make_replay

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.fixture
def elsewhere(house):
    return make_replay(house.home, "", outside_address=YOUTUBE)


def test_an_address_is_kept_as_we_write_it(elsewhere, admin):
    assert not elsewhere.can_be_watched
    named = name_replay(elsewhere, admin, address="https://youtu.be/dQw4w9WgXcQ?si=spy")
    assert (named.outside_address, named.video) == (YOUTUBE, None)
    assert named.trim_checked_at is not None
    assert named.can_be_watched
    assert named.outside.kind == "youtube"


def test_a_film_takes_its_place_and_none_too(elsewhere, admin, make_film):
    name_replay(elsewhere, admin, address=YOUTUBE)
    film = make_film()
    named = name_replay(elsewhere, admin, film=film)
    assert (named.outside_address, named.video) == ("", film)
    named = name_replay(elsewhere, admin)
    assert (named.outside_address, named.video) == ("", None)
    assert named.trim_checked_at is not None


def test_what_is_refused_changes_nothing(elsewhere, admin, make_user, make_film, house):
    for refusal, user, values in (
        (MayNotFinish, make_user("zoe"), {}),
        (OneReplayOnly, admin, {"address": YOUTUBE, "film": make_film()}),
        (SiteUnknown, admin, {"address": "https://evil.example/x"}),
    ):
        with pytest.raises(refusal):
            name_replay(elsewhere, user, **values)
    elsewhere.refresh_from_db()
    assert (elsewhere.outside_address, elsewhere.version) == ("", 1)
    with pytest.raises(RecordedHere):
        name_replay(make_replay(house.home, "aa"), admin, address=YOUTUBE)


def test_a_public_replay_is_not_emptied(elsewhere, admin):
    named = name_replay(elsewhere, admin, address=YOUTUBE)
    named.is_public = True
    named.save()
    with pytest.raises(ReplayIsPublic):
        name_replay(named, admin)
