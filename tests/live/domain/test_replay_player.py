"""A replay plays from its segments until it is a film; guarded pages give their readers a grant."""

from live.domain.open_replay import open_replay
from live.domain.replay_player import replay_player
from tests.live.replays import make_live, make_replay, make_run


def test_where_it_plays(house):
    replay = make_replay(house.home, "aaaa")
    player = replay_player(replay, "/affiche.jpg")
    assert player.hls_url == f"/air/{replay.run.key}/replay.m3u8"
    assert (player.duration_s, player.poster_url, player.is_playable) == (4, "/affiche.jpg", True)


def test_nothing_was_aired(house):
    replay = make_replay(house.home, "")
    assert not replay_player(replay).is_playable


def test_a_guarded_page(house):
    page = make_live(house.home)
    page.view_restrictions.create(restriction_type="login")
    replay = open_replay(make_run(page, "aa"))
    assert f"/air/{replay.run.key}~" in replay_player(replay).hls_url


def test_a_manifest_elsewhere(house):
    replay = make_replay(house.home, "")
    replay.outside_address = "https://live.example.org/replay.m3u8"
    assert replay_player(replay).hls_url == "https://live.example.org/replay.m3u8"
    replay.outside_address = "https://vimeo.com/123456789"
    assert not replay_player(replay).is_playable
