"""Which pages show the film of a replay."""

from django.db.models import QuerySet
from wagtail.models import Page

from media.models import Video


def pages_with_replay(video: Video) -> QuerySet[Page]:
    """Return the pages of the programmes whose public replay plays `video`."""
    return Page.objects.filter(
        liveprogrammepage__runs__recording__video=video,
        liveprogrammepage__runs__recording__is_public=True,
    )
