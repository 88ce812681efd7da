"""A feed of the ledger's head, one for each day: who keeps it can prove what we said when."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from campaigns.domain.ledger.head import DailyHead, daily_heads

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class DailyHeadFeed(Feed):
    """The last batch of each day; today's entry still moves on."""

    feed_type = Atom1Feed
    title: "_StrPromise" = gettext_lazy("The ledger’s head, day by day")
    subtitle: "_StrPromise" = gettext_lazy(
        "Keep these hashes: with one of them you can prove that nothing before it was changed."
    )

    def link(self) -> str:
        return reverse("how_we_count")

    def items(self) -> list[DailyHead]:
        return daily_heads()

    def item_title(self, item: DailyHead) -> str:
        return _("Head of the ledger on %(day)s") % {"day": date_format(item.day)}

    def item_description(self, item: DailyHead) -> str:
        return _("Batch %(number)s, SHA-256 %(hash)s") % {
            "number": item.batch.number,
            "hash": item.batch.hash,
        }

    def item_link(self, item: DailyHead) -> str:
        return f"{reverse('how_we_count')}#{item.day.isoformat()}"

    def item_updateddate(self, item: DailyHead) -> datetime:
        return item.batch.sealed_at

    def item_pubdate(self, item: DailyHead) -> datetime:
        return item.batch.sealed_at


daily_head_feed = require_safe(DailyHeadFeed())
