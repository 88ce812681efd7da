"""Episodes as something to tell others of."""

from collections.abc import Sequence

from audience.domain.make_channel_codes import make_channel_codes
from audience.shared import Shared
from campaigns.domain.shared_campaigns import keys_of_titles, pages_without_codes, shared_page
from episodes.models import EpisodePage

EPISODE = "episode"


def find_shared_episode(key: str) -> Shared | None:
    """Return the episode whose primary key is `key`, if all may read it."""
    page = shared_page(EpisodePage.objects.select_related("campaign"), key)
    return Shared(EPISODE, key, page.title, page.url or "", _meter_of(page)) if page else None


def episodes_without_codes(most: int) -> Sequence[tuple[str, int | None]]:
    """Return key and meter of public episodes that have no share codes yet."""
    pages = pages_without_codes(EpisodePage.objects.all(), EPISODE)
    found = pages.values_list("pk", "campaign__meter_id")[:most]
    return [(str(pk), meter) for pk, meter in found]


def search_episodes(words: str, most: int) -> Sequence[str]:
    """Return the keys of episodes whose titles hold `words`."""
    return keys_of_titles(EpisodePage.objects.all(), words, most)


def code_episode(instance: EpisodePage, **kwargs: object) -> None:
    """Make the share codes of an episode that is published, or give them its new campaign."""
    make_channel_codes(EPISODE, str(instance.pk), _meter_of(instance))


def _meter_of(page: EpisodePage) -> int | None:
    return page.campaign.meter_id if page.campaign else None
