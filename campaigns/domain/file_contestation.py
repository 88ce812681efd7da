"""File a contestation: anybody can, without an account. The same form twice makes one."""

from django.db import transaction

from audience.domain.network_budget import spend
from campaigns.domain.tell_filer import tell_filer
from campaigns.models import Contestation
from campaigns.refusals import TooManyContestations

MOST_PER_NETWORK = 5
# Of the tickets that its forms carry.
PURPOSE = "campaigns.contestation"


def file_contestation(contestation: Contestation, network_address: str) -> Contestation:
    """Keep `contestation`, whose fields are checked, and return it, or the one already filed.

    Raises TooManyContestations.
    """
    filed = Contestation.objects.filter(key=contestation.key).first()
    if filed is not None:
        return filed
    if not spend("contestations", network_address, MOST_PER_NETWORK):
        raise TooManyContestations
    values = {
        name: getattr(contestation, name)
        for name in ("claim", "pledge", "reason", "source_url", "email", "language")
    }
    with transaction.atomic():
        filed, is_new = Contestation.objects.get_or_create(key=contestation.key, defaults=values)
        if is_new:
            tell_filer(filed)
    return filed
