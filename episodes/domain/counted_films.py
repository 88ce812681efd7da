"""Which films count for which meter: those of its campaign, and of the episodes that serve it."""

from django.core.cache import cache

from campaigns.models import CampaignPage
from episodes.models import EpisodePage
from media.edition import edition
from media.models import Video
from media.readable import readable

KEPT_S = 15


def counted_length_s(meter_key: str, film: str) -> float | None:
    """Return how many seconds the film of public id `film` lasts, if its views count.

    It must play, and a page that anybody may read must show it for the campaign of this meter. So
    nobody takes the shortest film of the site to make views of. Kept for the edition, 15 s at most.
    """
    key = f"counted-film:{edition()}:{meter_key}:{film}"
    kept: float | None = cache.get(key)
    if kept is None:
        kept = _length_s(meter_key, film)
        if kept:
            cache.set(key, kept, KEPT_S)
    return kept or None


def _length_s(meter_key: str, film: str) -> float:
    video = Video.objects.filter(public_id=film).select_related("current").first()
    version = video.current if video else None
    if video is None or version is None or not (version.has_hls or version.mp4_name):
        return 0.0
    campaigns = readable(CampaignPage.objects.filter(meter__key=meter_key))
    own = campaigns.filter(video=video)
    episodes = readable(EpisodePage.objects.filter(video=video, campaign__meter__key=meter_key))
    is_counted = own.exists() or (episodes.exists() and campaigns.exists())
    return video.duration if is_counted else 0.0
