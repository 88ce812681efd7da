"""The live programmes as a feed and as calendars: following them without leaving an address."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from front.calendars import CONTENT_TYPE
from live.domain.list_lives import newest_lives
from live.domain.say_times import say_moment, say_zone
from live.domain.write_calendar import announced_programme, calendar_of, calendar_of_lives
from live.models import LiveProgrammePage

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class LivesFeed(Feed):
    """The live programmes announced last, the newest first."""

    feed_type = Atom1Feed
    title: "_StrPromise" = gettext_lazy("Live programmes")
    subtitle: "_StrPromise" = gettext_lazy("What will be live, and when.")

    def link(self) -> str:
        return reverse("lives_feed")

    def items(self) -> list[LiveProgrammePage]:
        return newest_lives(Locale.get_active())

    def item_title(self, page: LiveProgrammePage) -> str:  # type: ignore[override]
        return page.title

    def item_description(self, page: LiveProgrammePage) -> str:  # type: ignore[override]
        moment = say_moment(page.starts_at, page.time_zone)
        when = _("Live on %(moment)s (%(zone)s).") % {
            "moment": moment,
            "zone": say_zone(page.time_zone),
        }
        return f"{page.pitch} {when}".strip()

    def item_link(self, page: LiveProgrammePage) -> str:
        return page.url or ""

    def item_pubdate(self, page: LiveProgrammePage) -> datetime | None:
        return page.first_published_at

    def item_updateddate(self, page: LiveProgrammePage) -> datetime | None:
        return page.last_published_at


lives_feed = require_safe(LivesFeed())


@require_safe
def lives_calendar(request: HttpRequest) -> HttpResponse:
    """Give all live programmes to a calendar that follows them."""
    return HttpResponse(calendar_of_lives(Locale.get_active()), content_type=CONTENT_TYPE)


@require_safe
def live_calendar(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give one live programme as a file that calendars open."""
    page = announced_programme(uid)
    if page is None:
        raise Http404
    name = f"{page.slug if page.live else 'direct'}.ics"
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(
        calendar_of(page),
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": disposition},
    )
