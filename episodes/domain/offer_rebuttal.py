"""A film’s excuse and what we answer, as a call to action: the words, then a gift."""

from django.utils.translation import gettext_lazy as _

from campaigns.call_acts import Asked, CallAct, Place
from episodes.models import EpisodePage


def look_to_answer(place: Place) -> Asked | None:
    """An episode with both an excuse and a rebuttal can answer; it leads on to giving."""
    page = place.page
    if not isinstance(page, EpisodePage) or not page.excuse or not page.rebuttal:
        return None
    address = place.campaign.give_url if place.campaign else ""
    return Asked(address, {"excuse": page.excuse, "rebuttal": page.rebuttal})


REBUTTAL = CallAct(
    key="rebuttal",
    name=_("answer the excuse"),
    sentence=_("The excuse, and our answer."),
    label=_("Give"),
    look=look_to_answer,
    template="episodes/rebuttal_call.html",
)
