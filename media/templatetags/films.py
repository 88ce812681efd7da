"""Films in templates: the player, posters, lengths."""

from typing import Any

from django import template
from django.utils.translation import get_language

from media.domain import durations
from media.domain.may_watch import HELD, OPEN, grant_for, held_until
from media.domain.player import Player, player_for, poster_of
from media.domain.transcript import Transcript, transcript_of
from media.models import Video

register = template.Library()
register.filter("duration_label", durations.duration_label)


@register.simple_tag
def player(video: Video, poster_url: str = "", next_url: str = "", next_title: str = "") -> Player:
    """Return what media/components/player.html shows for `video`."""
    return player_for(
        video,
        grant_for(video),
        get_language() or "fr",
        poster_url=poster_url,
        next_url=next_url,
        next_title=next_title,
    )


@register.simple_tag
def transcript(video: Video) -> Transcript:
    """Return the transcript of `video` in the reader's language, made from its captions.

    It is empty while the film is held back.
    """
    if held_until(video):
        return Transcript()
    return transcript_of(video, get_language() or "fr")


@register.filter
def open_poster(video: Video | None) -> str:
    """Return the address of a film's poster, for pages that are known to be public."""
    if video is None:
        return ""
    return poster_of(video, HELD if held_until(video) else OPEN)


@register.filter
def duration_tag(duration_s: float | None) -> str:
    """Return a film's length for its tag, or nothing while it is not known."""
    return durations.duration_label(duration_s) if duration_s else ""


@register.inclusion_tag("media/components/player.html")
def film(video: Video, poster_url: str = "", player_meter: str = "") -> dict[str, Any]:
    """Show a film where it stands; its views count for the meter of that key, if there is one."""
    return {"player": player(video, poster_url), "player_meter": player_meter}
