"""The film library's place in the CMS."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from media import admin_urls


@hooks.register("register_admin_urls")
def register_film_library() -> list[URLPattern | URLResolver]:
    """Put our screens before wagtailmedia's, which answer the same addresses."""
    return [
        *admin_urls.in_place_of_wagtailmedia,
        path("films/", include((admin_urls, "films"))),
    ]


@hooks.register("construct_main_menu")
def name_the_library(request: HttpRequest, items: list[MenuItem]) -> None:
    """Call the library what it holds."""
    for item in items:
        if item.name == "media":
            item.label = _("Films")
