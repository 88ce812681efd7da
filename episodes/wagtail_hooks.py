"""How episodes look in the CMS's explorer."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

from episodes.models import EpisodePage
from media.domain.durations import duration_label


class EpisodeListing(ExplorableIndexView):
    """The episodes of a programme, with the state of each film."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        found = super().annotate_queryset(pages)
        return found.select_related("video__current").prefetch_related("video__text_tracks")


def film_state(page: EpisodePage) -> str:
    return page.video.get_state_display() if page.video else "–"


def film_length(page: EpisodePage) -> str:
    return duration_label(page.video.duration) if page.video else "–"


def caption_languages(page: EpisodePage) -> str:
    tracks = page.video.text_tracks.all() if page.video else []
    return ", ".join(sorted({track.language for track in tracks})) or "–"


class EpisodeViewSet(PageViewSet):
    """Adds film columns to the explorer below a programme."""

    model = EpisodePage
    icon = "media"
    index_view_class = EpisodeListing

    columns = [
        *EpisodeListing.base_columns[:-1],
        Column("film_state", label=_("Film"), accessor=film_state),
        Column("film_length", label=_("Length"), accessor=film_length),
        Column("captions", label=_("Captions"), accessor=caption_languages),
        EpisodeListing.base_columns[-1],
    ]


@hooks.register("register_admin_viewset")
def register_episode_listing() -> EpisodeViewSet:
    return EpisodeViewSet("episodes")
