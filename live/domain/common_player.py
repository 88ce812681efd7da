"""The player of a film that everybody watches at the same second."""

from dataclasses import replace

from django.utils.translation import get_language

from media.domain.may_watch import grant_for
from media.domain.player import Player, player_for
from media.models import Video


def common_player(video: Video, poster_url: str = "") -> Player:
    """Return the player of `video` without a place to resume at: the clock says where it is."""
    player = player_for(video, grant_for(video), get_language() or "fr", poster_url=poster_url)
    return replace(player, resume_key="")
