"""The control room's place in the CMS."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from live import control_views
from live.domain.rights import may_watch
from live.models import LiveProgrammePage


class ControlMenuItem(MenuItem):
    """Shown to those who may see the control room."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_watch(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_urls")
def register_control_room() -> list[URLPattern]:
    return [
        path("live/", control_views.control_rooms, name="control_rooms"),
        path("live/<int:pk>/control/", control_views.control, name="control_room"),
        path("live/<int:pk>/start/", control_views.start, name="start_run"),
        path("live/run/<slug:key>/look/", control_views.look, name="control_look"),
        path("live/run/<slug:key>/<slug:verb>/", control_views.command, name="run_command"),
    ]


@hooks.register("register_admin_menu_item")
def show_control_room_in_menu() -> MenuItem:
    return ControlMenuItem(
        _("Control room"), reverse("control_rooms"), name="control", icon_name="media", order=245
    )


@hooks.register("register_page_header_buttons")
def lead_to_control_room(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if isinstance(page.specific, LiveProgrammePage) and may_watch(user):
        yield Button(
            _("Control room"),
            reverse("control_room", args=[page.pk]),
            icon_name="media",
            priority=5,
        )


@hooks.register("register_permissions")
def offer_run_permissions() -> QuerySet[Permission]:
    """Let groups be given the rights of the control room."""
    codenames = ("operate_run", "watch_run")
    return Permission.objects.filter(content_type__app_label="live", codename__in=codenames)
