"""Live programmes as something to tell others of."""

from collections.abc import Sequence

from audience.domain.make_channel_codes import make_channel_codes
from audience.shared import Shared
from campaigns.domain.shared_campaigns import keys_of_titles, pages_without_codes, shared_page
from live.models import LiveProgrammePage

LIVE = "live"


def find_shared_live(key: str) -> Shared | None:
    """Return the live programme whose primary key is `key`, if all may read it."""
    page = shared_page(LiveProgrammePage.objects.select_related("campaign"), key)
    return Shared(LIVE, key, page.title, page.url or "", _meter_of(page)) if page else None


def lives_without_codes(most: int) -> Sequence[tuple[str, int | None]]:
    """Return key and meter of public live programmes that have no share codes yet."""
    pages = pages_without_codes(LiveProgrammePage.objects.all(), LIVE)
    found = pages.values_list("pk", "campaign__meter_id")[:most]
    return [(str(pk), meter) for pk, meter in found]


def search_lives(words: str, most: int) -> Sequence[str]:
    """Return the keys of live programmes whose titles hold `words`."""
    return keys_of_titles(LiveProgrammePage.objects.all(), words, most)


def code_live(instance: LiveProgrammePage, **kwargs: object) -> None:
    """Make the share codes of a programme that is published, or give them its new campaign."""
    make_channel_codes(LIVE, str(instance.pk), _meter_of(instance))


def _meter_of(page: LiveProgrammePage) -> int | None:
    return page.campaign.meter_id if page.campaign else None
