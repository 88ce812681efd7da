"""Which films count for which meter: those of its campaign, and of the episodes that serve it."""

from campaigns.models import CampaignPage
from episodes.models import EpisodePage
from media.domain.may_watch import is_held
from media.edition import kept
from media.models import Video
from media.readable import readable


def counted_length_s(meter_key: str, film: str) -> float | None:
    """Return how many seconds the film of public id `film` lasts, if its views count.

    It must play, not be held back, and a page that anybody may read must show it for the campaign
    of this meter. So nobody takes the shortest film of the site to make views of. Kept for the
    edition, 15 s at most; nothing is kept of what does not count: guesses would push out what is
    worth it.
    """
    if is_held(film):
        return None
    try:
        return kept(f"counted-film:{meter_key}:{film}", lambda: _length_s(meter_key, film))
    except Video.DoesNotExist:
        return None


def _length_s(meter_key: str, film: str) -> float:
    video = Video.objects.select_related("current").get(public_id=film)
    if not (video.duration and _plays(video) and _is_shown(video, meter_key)):
        raise Video.DoesNotExist
    return video.duration


def _plays(video: Video) -> bool:
    version = video.current
    return version is not None and bool(version.has_hls or version.mp4_name)


def _is_shown(video: Video, meter_key: str) -> bool:
    campaigns = readable(CampaignPage.objects.filter(meter__key=meter_key))
    if campaigns.filter(video=video).exists():
        return True
    episodes = readable(EpisodePage.objects.filter(video=video, campaign__meter__key=meter_key))
    return episodes.exists() and campaigns.exists()
