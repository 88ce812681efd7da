"""The feeds' place in the CMS; `wagtail_hooks` imports this."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from live.domain.feed_rights import may_direct
from live.models import LiveProgrammePage
from live.views import feeds
from users.models import User

_DEEDS = (
    ("open", _("Add a feed"), _("A feed was added")),
    ("rotate", _("Change a stream key"), _("A stream key was changed")),
    ("revoke", _("Revoke a stream key"), _("A stream key was revoked")),
    ("invite", _("Invite a guest"), _("A guest’s link was made")),
    ("uninvite", _("Take an invitation back"), _("A guest’s link was revoked")),
)


@hooks.register("register_admin_urls")
def register_feeds() -> list[URLPattern]:
    return [
        path("live/<int:page_id>/feeds/", feeds.feeds, name="live_feeds"),
        path("live/<int:page_id>/feeds/add/", feeds.add, name="live_add_feed"),
        path(
            "live/<int:page_id>/feeds/<int:feed_id>/<slug:deed>/",
            feeds.change,
            name="live_change_feed",
        ),
    ]


@hooks.register("register_page_header_buttons")
def show_feeds_button(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Any]:
    """Lead from a programme to its feeds; one that comes from elsewhere has none."""
    programme = page.specific
    if not isinstance(programme, LiveProgrammePage) or programme.outside_address:
        return
    if may_direct(user, programme):
        yield Button(
            _("Feeds"), reverse("live_feeds", args=[page.pk]), icon_name="media", priority=12
        )


@hooks.register("register_log_actions")
def register_deeds(actions: LogActionRegistry) -> None:
    """Name what was done with feeds in histories."""
    for name, label, message in _DEEDS:
        actions.register_action(f"live.feed.{name}", label, message)
