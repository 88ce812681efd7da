"""The inbox's place in the CMS: a page, its line in the menu, and a panel on the first screen."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from users import inbox_views
from users.domain.read_inbox import read_inbox
from users.inbox import sources_for

ON_PANEL = 5


class InboxMenuItem(MenuItem):
    """Shown to those who have work there."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(sources_for(request.user))  # type: ignore[arg-type]


class InboxPanel(Component):
    """How much waits, and what waits longest: for each person what they have a right to."""

    name = "inbox"
    template_name = "users/admin/panel.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = (parent_context or {})["request"].user
        if not sources_for(user):
            return {"has_work": False}
        found = read_inbox(user, most=ON_PANEL)
        return {"has_work": True, "inbox": found, "rows": found.rows[:ON_PANEL]}


@hooks.register("register_admin_urls")
def register_inbox() -> list[URLPattern]:
    return [
        path("inbox/", inbox_views.inbox, name="inbox"),
        path("inbox/give/", inbox_views.give, name="inbox_give"),
    ]


@hooks.register("register_admin_menu_item")
def show_in_menu() -> MenuItem:
    return InboxMenuItem(
        _("Waiting for us"), reverse("inbox"), name="inbox", icon_name="tasks", order=90
    )


@hooks.register("construct_homepage_panels")
def show_on_first_screen(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(InboxPanel())
