"""What every screen may know of a collection page, as one small text for all of them.

Only what is public: names and amounts whose givers wished so, never a pending or refunded gift.
"""

import json
from typing import Any

from fundraising.domain.euros import euros_in_languages
from fundraising.models import Donation, Fundraiser
from fundraising.models.fundraiser import shows_test_gifts

MOST_SHOWN = 12
OVER_S, USUAL_S = 60, 3


def last_gifts(page: Fundraiser) -> list[Donation]:
    """Return the latest gifts to `page` of which something is left, the newest first."""
    found = page.donations.filter(paid_at__isnull=False).order_by("-paid_at", "-pk")
    if not shows_test_gifts():
        found = found.filter(is_test=False)
    return [gift for gift in found[: MOST_SHOWN * 2] if gift.net_cents > 0][:MOST_SHOWN]


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
    }
