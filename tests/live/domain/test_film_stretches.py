"""Kept segments as stretches of files."""

from pathlib import Path

import pytest
from django.conf import settings

from live.domain.film_stretches import film_size_px, film_stretches, rung_folder
from live.domain.kept_air import kept_air
from live.models import FeedSession, Recording
from tests.live.replays import make_replay

pytestmark = pytest.mark.django_db


@pytest.fixture
def stretches(house):
    def stretches(aired, **values):
        recording = make_replay(house.home, aired)
        for name, value in values.items():
            setattr(recording, name, value)
        return film_stretches(kept_air(recording))

    return stretches


def names(stretch):
    return [path.name for path in stretch.files]


def test_what_follows_is_one(stretches):
    (one,) = stretches("aaa")
    assert names(one) == ["init.mp4", "0.m4s", "1.m4s", "2.m4s"]
    assert one.length_s == 3
    folder = Path(settings.LIVE_ROOT, FeedSession.objects.get().folder, "source")
    assert {path.parent for path in one.files} == {folder}


def test_a_switch_a_gap_and_a_slate_begin_another(stretches):
    found = stretches("aa b--aa")
    assert [one.length_s for one in found] == [2, 1, 2, 2]
    assert names(found[2]) == []
    assert names(found[3]) == ["init.mp4", "6.m4s", "7.m4s"]


def test_what_is_cut_in_the_middle_begins_another(stretches):
    found = stretches("aa--aa", slate_cut_s=1)
    assert [names(one)[1:] for one in found] == [["0.m4s", "1.m4s"], ["4.m4s", "5.m4s"]]


def test_the_first_rung_is_the_senders_own():
    session = FeedSession(folder="f", rungs={"720p": {}, "360p": {}})
    assert rung_folder(session) == Path(settings.LIVE_ROOT, "f", "720p")


def test_the_largest_picture_with_even_sides(house):
    kept = kept_air(make_replay(house.home, "aab"))
    assert film_size_px(kept) == (1280, 720)
    sizes = [(640, 360), (853, 480)]
    for session, (width, height) in zip(FeedSession.objects.order_by("pk"), sizes, strict=True):
        FeedSession.objects.filter(pk=session.pk).update(width_px=width, height_px=height)
    assert film_size_px(kept_air(Recording.objects.get())) == (854, 480)
    assert film_size_px([]) == (1280, 720)
