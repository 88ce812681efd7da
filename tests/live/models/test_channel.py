"""A film of the channel goes with its list, and with its episode."""

import pytest

from live.models import ChannelFilm

pytestmark = pytest.mark.django_db


def test_it_stands_in_a_list(live_index, make_episode):
    episode = make_episode()
    live_index.channel_films = [ChannelFilm(episode=episode)]
    live_index.save_revision().publish()
    assert [str(one) for one in ChannelFilm.objects.all()] == [episode.title]
    episode.delete()
    assert not ChannelFilm.objects.exists()
