"""What every screen may know of a collection page, as one small text for all of them.

Only what is public: names and amounts whose givers wished so, never a pending or refunded gift.
"""

import json
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from fundraising.domain.euros import euros_in_languages
from fundraising.models import Donation, Fundraiser
from fundraising.models.fundraiser import shows_test_gifts

MOST_SHOWN = 12
# Months of one monthly gift that may stand between two people.
MOST_OF_ONE = 4
OVER_S, USUAL_S = 60, 3


def last_gifts(page: Fundraiser) -> list[Donation]:
    """Return the latest gifts to `page` of which something is left, the newest first.

    Who gives each month stands in it once, with the latest month.
    """
    found = page.donations.filter(paid_at__isnull=False).order_by("-paid_at", "-pk")
    if not shows_test_gifts():
        found = found.filter(is_test=False)
    shown: list[Donation] = []
    orders = set[int]()
    for gift in found.select_related("recurring")[: MOST_SHOWN * MOST_OF_ONE]:
        if gift.net_cents > 0 and gift.recurring_id not in orders:
            shown.append(gift)
        if gift.recurring_id and gift.net_cents > 0:
            orders.add(gift.recurring_id)
    return shown[:MOST_SHOWN]


def monthly_since(gift: Donation) -> str:
    """Return since when its giver gives each month, in the active language; "" for one gift."""
    order = gift.recurring
    if order is None or not order.goes_on or order.started_at is None:
        return ""
    month = date_format(localtime(order.started_at), "F Y")
    return _("each month since %(month)s") % {"month": month}


def page_state(code: str) -> bytes | None:
    """Return the snapshot of the public page with this code as JSON, or None for no such one."""
    page = Fundraiser.objects.public().filter(code=code).first()
    if page is None:
        return None
    state = {
        "total_cents": page.shown_total_cents,
        "gifts": page.shown_gift_count,
        "percent": page.percent,
        "total": euros_in_languages(page.shown_total_cents),
        "goal": euros_in_languages(page.goal_cents),
        "last": [_gift(gift) for gift in last_gifts(page)],
        "is_over": page.is_over,
        "ask_again_after_s": OVER_S if page.is_over else USUAL_S,
    }
    return json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode()


def _gift(gift: Donation) -> dict[str, Any]:
    return {
        "name": gift.shown_name,
        "amount": euros_in_languages(gift.net_cents) if gift.shows_amount else None,
        "since": _since(gift),
    }


def _since(gift: Donation) -> dict[str, str] | None:
    if not monthly_since(gift):
        return None
    told = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            told[code] = monthly_since(gift)
    return told
