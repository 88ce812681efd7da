"""Ambassadors' place in the CMS."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ambassadors.domain.follow_up import may_read_follow_up
from ambassadors.inbox_sources import may_decide_aliases
from ambassadors.views import desk


@hooks.register("register_admin_urls")
def register_leaders() -> list[URLPattern]:
    return [
        path("leaders/", desk.follow_up, name="leaders"),
        path("leaders/<slug:kind>/<int:pk>/", desk.leader, name="leader"),
    ]


class LeadersMenuItem(MenuItem):
    """Shown to those who follow up, or decide about aliases."""

    def is_shown(self, request: HttpRequest) -> bool:
        user = request.user
        return may_read_follow_up(user) or may_decide_aliases(user)  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def show_in_menu() -> MenuItem:
    address = reverse("leaders")
    return LeadersMenuItem(_("Ambassadors"), address, name="leaders", icon_name="globe", order=253)


@hooks.register("register_permissions")
def offer_permissions() -> QuerySet[Permission]:
    """Let groups be given the right to follow up."""
    return Permission.objects.filter(
        content_type__app_label="ambassadors", codename__in=("view_contact", "change_contact")
    )
