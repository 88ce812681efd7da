"""The player of a film that everybody watches at the same second."""

from dataclasses import replace

from django.utils.translation import get_language

from live.domain.show_programme import Show
from media.domain.may_watch import grant_for, grant_from_hour
from media.domain.player import Player, player_for
from media.models import Video


def common_player(video: Video, second: int = 0, poster_url: str = "") -> Player:
    """Return the player of `video`, without a place to resume at: the clock says where it is.

    Without JavaScript, the film begins at `second`.
    """
    return _common(video, grant_for(video), second, poster_url)


def premiere_player(show: Show, poster_url: str = "") -> Player:
    """Return the player of a premiere; before its hour, with addresses that open at the hour."""
    premiere = show.premiere
    assert premiere is not None, "only a premiere has this player"
    second = max(0, int((show.now - premiere.begins_at).total_seconds()))
    return _common(premiere.video, grant_from_hour(premiere.video), second, poster_url)


def _common(video: Video, grant: str, second: int, poster_url: str) -> Player:
    player = player_for(video, grant, get_language() or "fr", poster_url=poster_url)
    at = f"#t={second}" if player.mp4_url and second else ""
    return replace(player, resume_key="", mp4_url=f"{player.mp4_url}{at}")
