"""The public page of an organisation: its partnerships, promises, campaigns and claims."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from campaigns.domain.gifts import gift_label
from campaigns.domain.show_campaign import campaign_to_show
from campaigns.domain.show_claims import claims_of
from campaigns.enums import ContestationState, PledgeState
from campaigns.models import (
    CampaignPage,
    Claim,
    Contestation,
    Organisation,
    Partnership,
    PartnershipEvent,
    Pledge,
)
from media.readable import readable


@dataclass(frozen=True, slots=True)
class PartnerPromise:
    """A promise that an organisation gave or receives, with its campaign's public page.

    `gift`: its ceiling with what it is a quantity of.
    """

    pledge: Pledge
    gift: str
    campaign: CampaignPage | None
    contestations: tuple[Contestation, ...]

    @property
    def is_late(self) -> bool:
        return self.pledge.state == PledgeState.LATE


@dataclass(frozen=True, slots=True)
class Partner:
    """All that the public sees of an organisation."""

    organisation: Organisation
    partnerships: tuple[Partnership, ...]
    promises: tuple[PartnerPromise, ...]
    campaigns: tuple[CampaignPage, ...]
    claims: tuple[Claim, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.partnerships or self.promises or self.campaigns or self.claims)


def partner_of(slug: str, locale_id: int) -> Partner | None:
    """Return the organisation with this address, or None when nothing public names it."""
    organisation = Organisation.objects.filter(slug=slug).select_related("logo").first()
    if organisation is None:
        return None
    partner = Partner(
        organisation,
        tuple(_partnerships(organisation)),
        tuple(_promises(organisation, locale_id)),
        tuple(_campaigns(organisation, locale_id)),
        tuple(claims_of([organisation])),
    )
    return None if partner.is_empty else partner


def public_partners() -> QuerySet[Organisation]:
    """Return the organisations that have a public page, by name."""
    pages = readable(CampaignPage.objects.all())
    pledges = Pledge.objects.public()
    return Organisation.objects.filter(
        Q(pk__in=Claim.objects.values("organisation"))
        | Q(pk__in=Partnership.objects.values("sponsor"))
        | Q(pk__in=Partnership.objects.values("beneficiary"))
        | Q(pk__in=pledges.values("sponsor"))
        | Q(pk__in=pledges.values("beneficiary"))
        | Q(pk__in=pages.filter(sponsor__isnull=False).values("sponsor"))
        | Q(pk__in=pages.filter(beneficiary__isnull=False).values("beneficiary"))
    )


def _concerns(organisation: Organisation) -> Q:
    return Q(sponsor=organisation) | Q(beneficiary=organisation)


def _partnerships(organisation: Organisation) -> list[Partnership]:
    events = PartnershipEvent.objects.select_related("document").order_by(
        "year", "happened_on", "sort_order"
    )
    found = Partnership.objects.filter(_concerns(organisation))
    return list(
        found.select_related("sponsor", "beneficiary").prefetch_related(
            Prefetch("events", queryset=events)
        )
    )


def _promises(organisation: Organisation, locale_id: int) -> list[PartnerPromise]:
    """Return the versions in force; those an amendment replaced stand on the campaign's page."""
    published = Contestation.objects.filter(state=ContestationState.PUBLISHED)
    pledges = (
        Pledge.objects.public()
        .filter(_concerns(organisation))
        .exclude(state=PledgeState.AMENDED)
        .select_related("sponsor", "beneficiary")
        .prefetch_related(
            Prefetch("contestations", queryset=published.select_related("answered_for"))
        )
        .order_by("-starts_at", "-pk")
    )
    pages: dict[int, CampaignPage] = {}
    for page in CampaignPage.objects.filter(meter__in={pledge.meter_id for pledge in pledges}):
        if page.meter_id not in pages or page.locale_id == locale_id:
            pages[page.meter_id] = page
    return [
        PartnerPromise(
            pledge,
            gift_label(pledge.cap, pledge),
            campaign_to_show(pages.get(pledge.meter_id), locale_id),
            tuple(pledge.contestations.all()),
        )
        for pledge in pledges
    ]


def _campaigns(organisation: Organisation, locale_id: int) -> list[CampaignPage]:
    pages = CampaignPage.objects.filter(_concerns(organisation), locale=locale_id)
    return list(readable(pages).for_list().select_related("sponsor"))
