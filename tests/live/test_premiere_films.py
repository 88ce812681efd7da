"""Which films can have a premiere, and how long it is planned."""

import pytest

from live.premiere_films import LONGEST_S, can_premiere, plan_premiere
from live.rundown_refusals import FilmNotReady, FilmTooLong
from media.enums import VideoState
from media.models import Video

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("length_s", "minutes"), [(1, 1), (60, 1), (60.5, 2), (102, 2), (LONGEST_S, 720)]
)
def test_as_long_as_its_film(make_film, make_episode, length_s, minutes):
    episode = make_episode(video=make_film(with_files=False, duration=length_s))
    assert plan_premiere(episode) == minutes


def test_refused(make_film, make_episode):
    film = make_film(with_files=False, state=VideoState.ENCODING)
    unready = make_episode(video=film)
    nothing = make_episode(video=None)
    for episode in (unready, nothing):
        with pytest.raises(FilmNotReady):
            plan_premiere(episode)
    with pytest.raises(FilmTooLong):
        plan_premiere(make_episode(video=make_film(with_files=False, duration=LONGEST_S + 1)))


def test_what_plays(make_film):
    assert can_premiere(make_film(with_files=False))
    assert not can_premiere(make_film(with_files=False, duration=0))
    assert not can_premiere(Video(duration=60))
    assert not can_premiere(None)
