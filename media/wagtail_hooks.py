"""The film library's place in the CMS."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from media import admin_urls
from media.models import Video


@hooks.register("register_admin_urls")
def register_film_library() -> list[URLPattern | URLResolver]:
    """Put our screens before wagtailmedia's, which answer the same addresses."""
    return [
        *admin_urls.in_place_of_wagtailmedia,
        path("films/", include((admin_urls, "films"))),
    ]


@hooks.register("construct_media_chooser_queryset")
def load_parts_for_chooser(videos: QuerySet[Video], request: HttpRequest) -> QuerySet[Video]:
    """Spare each film of the chooser a query for its picture."""
    return videos.select_related("current", "collection")


@hooks.register("construct_main_menu")
def name_the_library(request: HttpRequest, items: list[MenuItem]) -> None:
    """Call the library what it holds."""
    for item in items:
        if item.name == "media":
            item.label = _("Films")
