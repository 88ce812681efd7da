"""A donor keeps gifts together: under a mailbox, which a link proves before anything is shown."""

from django.db import transaction
from django.db.models import QuerySet

from audience.domain.network_budget import spend
from fundraising.domain.send_link import MOST_PER_NETWORK, send_link
from fundraising.models import Donation, RecurringGift, Supporter
from fundraising.refusals import TooManyPages


def keep_gift(gift: Donation, email: str, language: str, network_address: str) -> None:
    """Put a gift among those of whoever reads a mailbox, and send the link that opens them.

    A month of a monthly gift takes the others along, and those to come. Who holds the private
    address of the gift may change the mailbox. Raises TooManyPages when the network's share of
    links is used up.
    """
    if not spend("collection-links", network_address, MOST_PER_NETWORK):
        raise TooManyPages
    with transaction.atomic():
        donor, _is_new = Supporter.objects.get_or_create(
            email=email.lower(), defaults={"language": language}
        )
        if gift.recurring_id:
            RecurringGift.objects.filter(pk=gift.recurring_id).update(donor=donor)
            Donation.objects.filter(recurring=gift.recurring_id).update(donor=donor)
        Donation.objects.filter(pk=gift.pk).update(donor=donor)
        send_link(donor, None, language)


def gifts_of(supporter: Supporter) -> QuerySet[Donation]:
    """Return the gifts that somebody keeps together, the newest first."""
    found = Donation.objects.filter(donor=supporter)
    return found.select_related(
        "fundraiser__fund__cause__locale", "fundraiser__fund__beneficiary", "recurring"
    )


def monthly_of(supporter: Supporter) -> QuerySet[RecurringGift]:
    """Return the monthly gifts that somebody keeps together, the newest first."""
    found = RecurringGift.objects.filter(donor=supporter)
    return found.select_related("fundraiser__fund__cause__locale", "fundraiser__fund__beneficiary")
