"""The acts that campaigns themselves can ask for, and what each needs of a page."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audience.enums import ActKind
from campaigns.call_acts import Asked, CallAct, Place

# Where campaigns/share_box.html stands on a page.
SHARE_BOX = "#partager"


def look_to_give(place: Place) -> Asked | None:
    """Giving leads to the association’s own page."""
    return Asked(place.campaign.give_url) if place.campaign and place.campaign.give_url else None


def look_to_click(place: Place) -> Asked | None:
    """A click is asked for as long as a promise hears acts."""
    for promise in place.promises:
        if promise.is_current and promise.takes_acts and ActKind.CLICK in promise.pledge.kinds:
            return Asked(more={"meter": place.campaign.meter, "gift": promise.next_gift})
    return None


def look_to_share(place: Place) -> Asked:
    """Any page can be told of: its box with all ways to do so stands further down."""
    return Asked(SHARE_BOX)


def look_to_follow(place: Place) -> Asked | None:
    """Following is of a campaign, on a page of its own."""
    meter = place.campaign.meter if place.campaign else None
    return Asked(reverse("follow", args=["campagne", meter.key])) if meter else None


def look_elsewhere(place: Place) -> Asked:
    """The editor says where it leads."""
    return Asked()


GIVE = CallAct(
    key="give",
    name=_("give"),
    sentence=_("You can add to it: a gift, however small, goes straight to the association."),
    label=_("Give"),
    look=look_to_give,
)
CLICK = CallAct(
    key="click",
    name=_("click for the promise"),
    sentence=_("One press of this button is an act, and acts are what the promise counts."),
    label=_("I give"),
    look=look_to_click,
    template="campaigns/calls/click.html",
)
SHARE = CallAct(
    key="share",
    name=_("share"),
    sentence=_("Each person you bring can give as you did."),
    label=_("Share"),
    look=look_to_share,
)
FOLLOW = CallAct(
    key="follow",
    name=_("follow"),
    sentence=_("Find out what became of it: we write when something happens, and only then."),
    label=_("Follow"),
    look=look_to_follow,
)
ELSEWHERE = CallAct(
    key="page",
    name=_("open a page"),
    sentence=_("There is more you can do."),
    label=_("See how"),
    look=look_elsewhere,
    has_target=True,
)
ACTS = (GIVE, CLICK, SHARE, FOLLOW, ELSEWHERE)
