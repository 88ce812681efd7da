"""Becoming an ambassador, as something that a call to action can ask for."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaigns.call_acts import Asked, CallAct, Place


def look_to_join(place: Place) -> Asked:
    """Anybody can become one, from any page."""
    return Asked(reverse("ambassadors"))


JOIN = CallAct(
    key="ambassador",
    name=_("become an ambassador"),
    sentence=_("Bring people who act, and see how many came by you."),
    label=_("Become an ambassador"),
    look=look_to_join,
)
