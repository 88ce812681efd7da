"""The receipt of an act: what it gave, and what has become of it since."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from audience.domain.sentences import sentence_for
from audience.enums import ActKind, Verdict
from audience.models import Act, Meter
from campaigns.counted_places import CountedPlace, counted_place
from campaigns.domain.gifts import gift_label
from campaigns.domain.show_campaign import campaign_to_show
from campaigns.enums import PledgeState
from campaigns.models import CampaignPage, Delivery, Pledge

_ON_THE_MENU: dict[str, str] = {
    ActKind.CLICK: "click",
    ActKind.LIKE: "click",
    ActKind.VIEW: "watch",
}


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What the act gave through one pledge, and how far that has come.

    `pledge` is the version in force: what an amended one had left to deliver became its own.
    """

    pledge: Pledge
    gift: str
    is_delivered: bool
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """An act as its receipt shows it; the page names nobody."""

    act: Act
    place: CountedPlace | None
    lines: tuple[ReceiptLine, ...]

    @property
    def is_counted(self) -> bool:
        return self.act.verdict == Verdict.COUNTED

    @property
    def headline(self) -> str:
        """How it ended, in a few words."""
        if self.is_counted and self.place is not None and self.place.thanks and not self.lines:
            return _("Counted, thank you")
        if self.is_counted:
            return _("Given in your name")
        return _("Received, being checked") if self.is_waiting else _("Not counted")

    @property
    def menu_key(self) -> str:
        """How the menu of acts calls what was done."""
        own = self.place.menu_key if self.place else ""
        return own or _ON_THE_MENU.get(self.act.kind, "")

    @property
    def settled_at(self) -> datetime:
        """When it ended so: at once, or when the team had looked at it."""
        return self.act.decided_at or self.act.received_at

    @property
    def sentence(self) -> str:
        """What its person is told."""
        return str(sentence_for(self.act.verdict, self.act.reason))

    @property
    def is_waiting(self) -> bool:
        return self.act.verdict == Verdict.TO_VERIFY


def receipt_of(nonce: str, locale_id: int) -> Receipt | None:
    """Return the receipt of the act with this nonce, or None when nobody acted under it."""
    act = Act.objects.filter(nonce=nonce).select_related("meter").first()
    if act is None:
        return None
    gifts = dict(act.gifts)
    pledges = Pledge.objects.filter(pk__in=gifts).select_related("sponsor", "beneficiary")
    lines = tuple(_line(pledge, gifts[pledge.pk]) for pledge in pledges)
    return Receipt(act, place_of(act.meter, locale_id), lines)


def place_of(meter: Meter, locale_id: int) -> CountedPlace | None:
    """Return the public page for which a meter counts: a campaign's, or that of a higher room."""
    campaign = campaign_of(meter.pk, locale_id)
    if campaign is None:
        return counted_place(meter.pk)
    follow = reverse("follow", args=["campagne", meter.key])
    return CountedPlace(campaign.title, campaign.url or "", follow, is_campaign=True)


def campaign_of(meter_id: int, locale_id: int) -> CampaignPage | None:
    """Return the public page of a meter's campaign, in this language where there is one."""
    pages = CampaignPage.objects.filter(meter=meter_id).order_by("pk")
    return next(
        (shown for page in pages if (shown := campaign_to_show(page, locale_id)) is not None), None
    )


def _line(pledge: Pledge, quantity: int) -> ReceiptLine:
    latest = pledge.latest
    proofs = Delivery.objects.filter(pledge__in=pledge.versions).select_related("document")
    return ReceiptLine(
        pledge=latest,
        gift=gift_label(quantity, pledge),
        is_delivered=latest.state == PledgeState.SETTLED,
        deliveries=tuple(proofs),
    )
