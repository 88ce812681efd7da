"""The screen that closes a live, in the CMS."""

from django.urls import URLPattern, path
from wagtail import hooks

from live import after_views


@hooks.register("register_admin_urls")
def register_after() -> list[URLPattern]:
    return [
        path("live/<int:pk>/after/", after_views.after, name="live_after"),
        path("live/<int:pk>/after/trim/", after_views.trim, name="live_trim"),
        path("live/<int:pk>/after/chapters/", after_views.chapters, name="live_chapters"),
        path("live/<int:pk>/after/tick/", after_views.tick, name="live_tick"),
        path("live/<int:pk>/after/next/", after_views.following, name="live_next"),
        path("live/<int:pk>/after/close/", after_views.close, name="live_close"),
    ]
