"""The first screen of the CMS: organisations whose gifts come near the sum of the law."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from fundraising.domain.warn_of_sums import KEEP_BOOKS, THRESHOLD_CENTS, sums_of_year
from fundraising.models import GiftWarning


class SumPanel(Component):
    """Shown to those who keep the books, once there is a warning this year."""

    name = "gift_sums"
    template_name = "fundraising/admin/sum_panel.html"
    order = 60

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = (parent_context or {})["request"].user
        if not user.has_perm(KEEP_BOOKS):
            return {"rows": []}
        year = timezone.localdate().year
        warned = list(GiftWarning.objects.filter(year=year).select_related("organisation"))
        sums = sums_of_year(year) if warned else {}
        rows = [(one.organisation, sums.get(one.organisation_id, 0)) for one in warned]
        return {"rows": rows, "year": str(year), "threshold_cents": THRESHOLD_CENTS}
