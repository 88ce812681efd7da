"""Which pages show the film of a replay."""

from django.db.models import QuerySet
from wagtail.models import Page

from live.models import Recording
from media.models import Video


def pages_with_replay(video: Video) -> QuerySet[Page]:
    """Return the pages, in every language, of the programmes whose public replay plays `video`."""
    playing = Recording.objects.filter(video=video, is_public=True)
    return Page.objects.filter(
        translation_key__in=playing.values("run__programme__translation_key")
    )
