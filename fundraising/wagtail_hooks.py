"""Collection pages' place in the CMS."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from fundraising.inbox_sources import may_read_pages
from fundraising.views import page_desk
from fundraising.viewsets import FundViewSet, TaxStandingViewSet


@hooks.register("register_admin_urls")
def register_collections() -> list[URLPattern]:
    return [
        path("collections-of-supporters/", page_desk.collections, name="collections"),
        path("collections-of-supporters/<int:pk>/", page_desk.collection, name="collection"),
    ]


class CollectionsMenuItem(MenuItem):
    """Shown to those who decide about collection pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_pages(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def show_in_menu() -> MenuItem:
    return CollectionsMenuItem(
        _("Supporters’ pages"),
        reverse("collections"),
        name="collections",
        icon_name="group",
        order=252,
    )


register_snippet(FundViewSet)
register_snippet(TaxStandingViewSet)
