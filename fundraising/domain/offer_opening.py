"""Opening a collection page as a call to action under a film."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaigns.call_acts import Asked, CallAct, Place
from fundraising.models import Fund


def look_to_collect(place: Place) -> Asked | None:
    """Any page leads to the form, with its cause chosen, while something can be collected for."""
    funds = list(Fund.objects.open().select_related("cause"))
    if not funds:
        return None
    causes = place.campaign.causes.all() if place.campaign else ()
    keys = {cause.translation_key for cause in causes}
    fund = next((one for one in funds if one.cause.translation_key in keys), None)
    query = f"?{urlencode({'cause': fund.cause.slug})}" if fund else ""
    return Asked(f"{reverse('open_fundraiser')}{query}")


COLLECT = CallAct(
    key="collect",
    name=_("open a collection page"),
    sentence=_("A birthday, a race, a farewell do? Let it feed somebody: collect for this cause."),
    label=_("Open my page"),
    look=look_to_collect,
)
