"""The feeds of a programme in the CMS: their lights, their keys, the guests' links."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_denied

from live.domain.feed_rights import may_direct
from live.domain.invite_guest import invite_guest, uninvite_guest
from live.domain.open_feed import open_feed
from live.domain.revoke_key import revoke_key
from live.domain.rotate_key import rotate_key
from live.domain.show_feeds import show_feeds
from live.domain.srt_access import SrtAccess, srt_access
from live.enums import FeedRole
from live.feed_refusals import DeskRefused
from live.gateways import srt
from live.ingest.rtmp.conversation import PLACE
from live.models import Feed, LiveProgrammePage
from live.models.keys import digest_of
from media.views.access import TeamRequest

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Shown:
    """A secret on the only page that ever shows it."""

    feed: Feed
    key: str = ""
    link: str = ""

    @property
    def srt(self) -> SrtAccess:
        """What opens this feed by SRT."""
        return srt_access(digest_of(self.key))


@dataclass(slots=True)
class Screen:
    """What the screen holds beside the feeds."""

    shown: Shown | None = None
    refusal: DeskRefused | None = None
    typed: dict[str, str] = field(default_factory=dict)


def for_directors(view: View) -> View:
    """Give `view` the programme in place of its number; others are sent away with a message."""

    @wraps(view)
    @never_cache
    def checked(request: TeamRequest, page_id: int, **parts: Any) -> HttpResponse:
        programme = get_object_or_404(LiveProgrammePage, pk=page_id)
        if not may_direct(request.user, programme):
            return permission_denied(request)
        return view(request, programme, **parts)

    return checked


@for_directors
@require_safe
def feeds(request: TeamRequest, programme: LiveProgrammePage) -> HttpResponse:
    """Show all feeds; with `?rows`, only the rows, which the screen asks for again and again."""
    if "rows" in request.GET:
        rows = {"rows": show_feeds(programme), "programme": programme}
        return render(request, "live/admin/feed_rows.html", rows)
    return _screen(request, programme, Screen())


@for_directors
@require_POST
def add(request: TeamRequest, programme: LiveProgrammePage) -> HttpResponse:
    """Add a feed and show its key, once."""
    typed = {name: request.POST.get(name, "") for name in ("name", "role")}
    try:
        feed, key = open_feed(request.user, programme, **typed)
    except DeskRefused as refusal:
        return _screen(request, programme, Screen(refusal=refusal, typed=typed))
    return _screen(request, programme, Screen(Shown(feed, key=key)))


@for_directors
@require_POST
def change(
    request: TeamRequest, programme: LiveProgrammePage, feed_id: int, deed: str
) -> HttpResponse:
    """Rotate or revoke a key, invite a guest or take the invitation back."""
    feed = get_object_or_404(Feed, pk=feed_id, programme=programme)
    if deed not in _DEEDS:
        raise Http404
    shown = _DEEDS[deed](request, feed)
    if shown is None:
        return redirect("live_feeds", programme.pk)
    return _screen(request, programme, Screen(shown))


def _rotate(request: TeamRequest, feed: Feed) -> Shown:
    return Shown(feed, key=rotate_key(request.user, feed))


def _revoke(request: TeamRequest, feed: Feed) -> None:
    revoke_key(request.user, feed)
    messages.success(request, str(_("The stream key is revoked. It opens nothing any more.")))


def _invite(request: TeamRequest, feed: Feed) -> Shown:
    place = reverse("duplex", args=[invite_guest(request.user, feed)])
    return Shown(feed, link=f"{settings.PUBLIC_URL}{place}")


def _uninvite(request: TeamRequest, feed: Feed) -> None:
    uninvite_guest(request.user, feed)
    messages.success(request, str(_("The link is revoked. It opens nothing any more.")))


_DEEDS: dict[str, Callable[[TeamRequest, Feed], Shown | None]] = {
    "rotate": _rotate,
    "revoke": _revoke,
    "invite": _invite,
    "uninvite": _uninvite,
}


def server_address() -> str:
    """Return what encoders are given as the server."""
    host = urlsplit(settings.PUBLIC_URL).hostname
    return f"rtmp://{host}:{settings.RTMP_PUBLIC_PORT}/{PLACE}"


def srt_address() -> str:
    """Return what encoders call by SRT, without a stream id; empty while that door is shut."""
    is_open = settings.SRT_PORT and srt.library_name()
    return f"srt://{urlsplit(settings.PUBLIC_URL).hostname}:{settings.SRT_PORT}" if is_open else ""


def _screen(request: TeamRequest, programme: LiveProgrammePage, screen: Screen) -> HttpResponse:
    context = {
        "programme": programme,
        "rows": show_feeds(programme),
        "roles": FeedRole.choices,
        "screen": screen,
        "server": server_address() if settings.RTMP_PORT else "",
        "srt_server": srt_address(),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_explore", args=[programme.get_parent().pk]),
             "label": programme.get_parent().get_admin_display_title()},
            {"url": reverse("wagtailadmin_pages:edit", args=[programme.pk]),
             "label": programme.get_admin_display_title()},
            {"url": "", "label": _("Feeds")},
        ],
    }  # fmt: skip
    status = screen.refusal.status if screen.refusal else 200
    return render(request, "live/admin/feeds.html", context, status=status)
