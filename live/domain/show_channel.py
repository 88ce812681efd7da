"""The channel of a list of live programmes: what is on now, since when, and what comes next."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Locale

from campaigns.domain.show_campaign import campaign_to_show
from campaigns.models import CampaignPage
from episodes.models import EpisodePage
from live.domain.channel_clock import Slot, slot_at
from live.models import ChannelFilm, LiveIndexPage
from media.domain.may_watch import is_held
from media.enums import VideoState
from media.readable import readable


@dataclass(frozen=True, slots=True)
class Channel:
    """What a channel shows at `seen_at`. `following` comes at the end of `slot`.

    `campaign`: what views of the film count for, as on its own page.
    """

    episode: EpisodePage
    campaign: CampaignPage | None
    slot: Slot
    following: str
    seen_at: datetime

    @property
    def second(self) -> int:
        """The whole second of the film that was on when this was asked."""
        return int(self.slot.second_at(self.seen_at))

    @property
    def following_at(self) -> datetime:
        """When the next film begins, on the clocks of `zone`."""
        return timezone.localtime(self.slot.ends_at)

    @property
    def zone(self) -> str:
        return timezone.get_current_timezone_name()

    @property
    def length_s(self) -> float:
        return (self.slot.ends_at - self.slot.begins_at).total_seconds()


@dataclass(frozen=True, slots=True)
class _Film:
    pk: int
    title: str
    length_s: float


def show_channel(index: LiveIndexPage, now: datetime | None = None) -> Channel | None:
    """Return what the channel of `index` shows at `now`; None if it is off or has nothing to show.

    A film is passed over while it is not ready or not for everybody. As many queries for one film
    as for a thousand.
    """
    if not index.has_channel:
        return None
    now = now or timezone.now()
    films = _films_of(index)
    slot = slot_at([film.length_s for film in films], now)
    if slot is None:
        return None
    following = films[(slot.place + 1) % len(films)].title
    episode = EpisodePage.objects.for_reading().get(pk=films[slot.place].pk)
    campaign = campaign_to_show(episode.campaign, episode.locale_id)
    return Channel(episode, campaign, slot, following, now)


def _films_of(index: LiveIndexPage) -> list[_Film]:
    """Return the films of the list that can be shown now, each in the list's language if it may."""
    listed = ChannelFilm.objects.filter(page=index).order_by("sort_order", "pk")
    rows = list(listed.values_list("episode_id", "episode__translation_key"))
    shown = _shown(dict(rows), index.locale) if rows else {}
    return [shown[key] for _, key in rows if key in shown]


def _shown(keys: dict[int, UUID], locale: Locale) -> dict[UUID, _Film]:
    """Return the films that anybody may watch, by the key that translations share."""
    wanted = Q(pk__in=keys) | Q(translation_key__in=keys.values(), locale=locale)
    ready = Q(video__current__has_hls=True) | ~Q(video__current__mp4_name="")
    episodes = readable(EpisodePage.objects.filter(wanted & ready)).filter(
        video__state=VideoState.READY, video__current__isnull=False, video__duration__gt=0
    )
    columns = ("translation_key", "locale_id", "pk", "title", "video__duration")
    found: dict[UUID, _Film] = {}
    for film, key, locale_id, *shown in episodes.values_list("video__public_id", *columns):
        if not is_held(film) and (key not in found or locale_id == locale.pk):
            found[key] = _Film(*shown)
    return found
