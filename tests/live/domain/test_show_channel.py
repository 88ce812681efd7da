"""The channel: only films that play for everybody; always the same few queries."""

from datetime import timedelta

import pytest
from wagtail.models import PageViewRestriction

from live.domain.channel_clock import ANCHOR
from live.domain.show_channel import show_channel
from live.models import ChannelFilm
from media.enums import VideoState

pytestmark = pytest.mark.django_db


def at(seconds: float):
    return ANCHOR + timedelta(seconds=seconds)


@pytest.fixture
def make_channel(live_index, make_film, make_episode):
    """Put films of so many seconds on the channel, in this order; returns their episodes."""

    def make(*lengths_s: float):
        episodes = [
            make_episode(f"Film {place}", video=make_film(with_files=False, duration=length_s))
            for place, length_s in enumerate(lengths_s)
        ]
        live_index.has_channel = True
        live_index.channel_films = [
            ChannelFilm(episode=episode, sort_order=place) for place, episode in enumerate(episodes)
        ]
        live_index.save_revision().publish()
        live_index.refresh_from_db()
        return episodes

    return make


def title_at(index, seconds: float) -> str | None:
    channel = show_channel(index, at(seconds))
    return channel and channel.episode.title


def test_one_after_the_other_for_ever(live_index, make_channel):
    make_channel(60, 30)
    assert [title_at(live_index, second) for second in (0, 59, 60, 89, 90)] == [
        "Film 0", "Film 0", "Film 1", "Film 1", "Film 0",
    ]  # fmt: skip
    channel = show_channel(live_index, at(70.5))
    assert (channel.second, channel.length_s, channel.following) == (10, 30, "Film 0")
    assert channel.following_at == at(90)
    assert channel.zone == "Europe/Paris"


def test_what_may_not_be_watched_is_passed_over(live_index, make_channel):
    hidden, guarded, unready, growing, shown = make_channel(60, 60, 60, 60, 60)
    hidden.unpublish()
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")
    unready.video.current = None
    unready.video.save()
    growing.video.state = VideoState.ENCODING
    growing.video.save()
    assert {title_at(live_index, second) for second in range(0, 300, 30)} == {shown.title}
    shown.unpublish()
    assert show_channel(live_index, at(0)) is None


def test_a_deleted_film_is_gone(live_index, make_channel):
    first, second = make_channel(60, 60)
    first.delete()
    assert title_at(live_index, 0) == second.title


def test_off_or_empty(live_index, make_channel):
    assert show_channel(live_index, at(0)) is None
    make_channel()
    assert show_channel(live_index, at(0)) is None
    make_channel(60)
    live_index.has_channel = False
    assert show_channel(live_index, at(0)) is None


def test_the_same_film_twice(live_index, make_channel):
    [episode] = make_channel(60)
    live_index.channel_films = [ChannelFilm(episode=episode), ChannelFilm(episode=episode)]
    live_index.save()
    assert show_channel(live_index, at(30)).following == episode.title


def test_in_the_language_of_the_list(live_index, make_channel, translate):
    french, other = make_channel(60, 60)
    translate(french, title="In English")
    english = translate(live_index, title="Live")
    assert title_at(live_index, 0) == french.title
    assert title_at(english, 0) == "In English"
    assert title_at(english, 60) == other.title


def test_views_count_for_the_campaign_of_the_film(live_index, make_channel, make_campaign):
    [episode] = make_channel(60)
    episode.campaign = make_campaign()
    episode.save()
    assert show_channel(live_index, at(0)).campaign == episode.campaign
    episode.campaign.unpublish()
    assert show_channel(live_index, at(0)).campaign is None


def test_as_many_queries_for_many_films(live_index, make_channel, django_assert_num_queries):
    make_channel(60)
    show_channel(live_index, at(0))
    with django_assert_num_queries(5):
        show_channel(live_index, at(0))
    make_channel(*[60] * 6)
    show_channel(live_index, at(0))
    with django_assert_num_queries(5):
        show_channel(live_index, at(0))


def test_what_waits_for_its_premiere_is_passed_over(live_index, make_channel, make_live):
    first, second = make_channel(60, 60)
    page = make_live(film=first)
    assert {title_at(live_index, instant) for instant in (0, 60, 90)} == {second.title}
    page.unpublish()
    assert title_at(live_index, 0) == first.title
