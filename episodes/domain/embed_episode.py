"""The film of an episode in pages of others: its player, and a line that leads here."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from campaigns.domain.oembed import page_at
from campaigns.embeds import Embed
from episodes.models import EpisodePage

# 16:9, and the line below it.
SIZE_PX = (640, 416)


def find_episode(url: str, host: str) -> Embed | None:
    """Return the player of the episode whose page has the address `url`, if it has a film."""
    episode = page_at(url, host, EpisodePage.objects.exclude(video=None))
    if episode is None:
        return None
    return Embed(
        page=episode,
        kind="video",
        size_px=SIZE_PX,
        code=lambda origin, size: player_code(episode, origin, size),
    )


def player_code(
    episode: EpisodePage, origin: str, size_px: tuple[int, int] = SIZE_PX
) -> SafeString:
    """Return the iframe that plays an episode below `origin` (https://site)."""
    return format_html(
        '<iframe src="{}{}" title="{}" width="{}" height="{}" loading="lazy" '
        'allow="fullscreen; picture-in-picture" style="border:0;max-width:100%"></iframe>',
        origin,
        reverse("episode_player", args=[episode.pk]),
        episode.title,
        *size_px,
    )
