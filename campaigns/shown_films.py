"""Which films a campaign shows: its own, and those that rooms above know of.

A room whose pages serve campaigns registers where to ask, when its app is ready.
"""

from collections.abc import Callable, Iterable

from django.db.models import QuerySet

from campaigns.models import CampaignPage
from media.models import Video

# Given a meter's number, returns the numbers of the films that published pages show for it.
FilmSource = Callable[[int], Iterable[int]]

_sources: list[FilmSource] = []


def register_films(source: FilmSource) -> None:
    """Let `source` name films that are shown for a campaign."""
    if source not in _sources:
        _sources.append(source)


def films_of(meter_id: int) -> QuerySet[Video]:
    """Return the films that are shown for the campaign of a meter, in the order of their titles."""
    own = CampaignPage.objects.live().filter(meter=meter_id, video__isnull=False)
    found = set(own.values_list("video_id", flat=True))
    for source in _sources:
        found.update(source(meter_id))
    return Video.objects.filter(pk__in=found).order_by("title", "pk")
