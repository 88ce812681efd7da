"""What comes after a live, in the CMS."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from live import after_views
from live.domain.after_rights import may_finish
from live.models import LiveProgrammePage, Recording
from users.models import User

_STEPS = (
    ("trim", _("Cut the replay"), _("The replay was cut")),
    ("name", _("Note the replay"), _("It was noted where one can watch the live again")),
    ("chapters", _("Check the chapters"), _("The replay’s chapters were checked")),
    ("check", _("Tick the checklist"), _("A point of the checklist after the live was ticked")),
    ("publish", _("Publish the replay"), _("The replay was published")),
    ("withhold", _("Close without a replay"), _("The live was closed without a replay")),
)


@hooks.register("register_log_actions")
def register_steps(actions: LogActionRegistry) -> None:
    """Name what is done after a live in histories and reports."""
    for name, label, message in _STEPS:
        actions.register_action(f"live.replay.{name}", label, message)


@hooks.register("register_admin_urls")
def register_after() -> list[URLPattern]:
    return [
        path("live/<int:pk>/after/", after_views.after, name="live_after"),
        path("live/<int:pk>/after/replay/", after_views.place, name="live_replay_place"),
        path("live/<int:pk>/after/trim/", after_views.trim, name="live_trim"),
        path("live/<int:pk>/after/chapters/", after_views.chapters, name="live_chapters"),
        path("live/<int:pk>/after/tick/", after_views.tick, name="live_tick"),
        path("live/<int:pk>/after/next/", after_views.following, name="live_next"),
        path("live/<int:pk>/after/close/", after_views.close, name="live_close"),
    ]


@hooks.register("register_page_header_buttons")
def offer_after(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from a live's page to its latest replay, also long after it was closed."""
    if not isinstance(page.specific_deferred, LiveProgrammePage):
        return
    replays = Recording.objects.filter(run__programme=page.pk).select_related("run__programme")
    latest = replays.order_by("-run__started_at").first()
    if latest is not None and may_finish(user, latest):
        address = reverse("live_after", args=[latest.run_id])
        yield Button(_("After the live"), url=address, icon_name="media", priority=80)
