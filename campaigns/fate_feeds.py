"""What becomes of one act, as a feed and as a calendar; and the dates of what is followed.

The address of a receipt is known to its owner alone, and so are these: they name nobody, no robot
is to list them and no cache of others to keep them.
"""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from audience.subjects import subject_at
from campaigns.domain.followed import is_followed_here, pledges_of
from campaigns.domain.list_dates import dates_of
from campaigns.domain.say_news import News
from campaigns.domain.show_fate import fate_of, pledges_of_act
from campaigns.domain.show_receipt import Receipt, receipt_of
from front.calendars import CONTENT_TYPE, write_calendar
from front.session import hide_address

MAX_AGE_S = 300
_own = cache_control(private=True, max_age=MAX_AGE_S)


class ReceiptFeed(Feed):
    """The act itself, and above it whatever has become of it since."""

    feed_type = Atom1Feed

    @method_decorator(_own)
    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _unlisted(super().__call__(request, *args, **kwargs))

    def get_object(self, request: HttpRequest, nonce: str) -> Receipt:  # type: ignore[override]
        return _receipt(nonce)

    def title(self, receipt: Receipt) -> str:
        return _("What became of my act")

    def subtitle(self, receipt: Receipt) -> str:
        return _("Unlocked, delivered, late: each step once. It names nobody.")

    def link(self, receipt: Receipt) -> str:
        return reverse("receipt", args=[receipt.act.nonce])

    def items(self, receipt: Receipt) -> list[tuple[Receipt, News | None]]:
        return [*((receipt, news) for news in fate_of(receipt)), (receipt, None)]

    def item_title(self, item: tuple[Receipt, News | None]) -> str:  # type: ignore[override]
        receipt, news = item
        return news.headline if news else receipt.headline

    def item_description(self, item: tuple[Receipt, News | None]) -> str:  # type: ignore[override]
        receipt, news = item
        gifts = ", ".join(line.gift for line in receipt.lines)
        return news.sentence if news else " ".join(filter(None, (receipt.sentence, gifts)))

    def item_link(self, item: tuple[Receipt, News | None]) -> str:
        receipt, news = item
        # What waited and then counted is news: an entry of its own.
        return f"{self.link(receipt)}#{news.anchor if news else receipt.act.verdict}"

    def item_pubdate(self, item: tuple[Receipt, News | None]) -> datetime:
        receipt, news = item
        return news.happened_at if news else receipt.settled_at

    def item_updateddate(self, item: tuple[Receipt, News | None]) -> datetime:
        return self.item_pubdate(item)


receipt_feed = require_safe(ReceiptFeed())


@require_safe
@_own
def receipt_calendar(request: HttpRequest, nonce: str) -> HttpResponse:
    """Give the dates of what an act gave to, to open once or to follow."""
    receipt = _receipt(nonce)
    link = request.build_absolute_uri(reverse("receipt", args=[nonce]))
    dates = write_calendar(_("What became of my act"), dates_of(pledges_of_act(receipt), link))
    return _unlisted(HttpResponse(dates, content_type=CONTENT_TYPE))


@require_safe
def news_calendar(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Give the dates of what one can follow: a campaign, a cause, a sponsor."""
    subject = subject_at(slug, key)
    if subject is None or not is_followed_here(subject):
        raise Http404
    link = request.build_absolute_uri(reverse("follow", args=[slug, key]))
    dates = write_calendar(subject.title, dates_of(pledges_of(subject), link))
    return HttpResponse(dates, content_type=CONTENT_TYPE)


def _receipt(nonce: str) -> Receipt:
    receipt = receipt_of(nonce, Locale.get_active().pk)
    if receipt is None:
        raise Http404
    return receipt


def _unlisted(answer: HttpResponse) -> HttpResponse:
    answer["X-Robots-Tag"] = "noindex"
    return hide_address(answer)
