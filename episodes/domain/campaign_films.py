"""The films of the episodes that serve a campaign, for its report."""

from episodes.models import EpisodePage


def films_for(meter_id: int) -> list[int]:
    """Return the numbers of the films of published episodes that serve the meter's campaign."""
    pages = EpisodePage.objects.live().filter(campaign__meter=meter_id, video__isnull=False)
    return list(pages.order_by().values_list("video_id", flat=True).distinct())
