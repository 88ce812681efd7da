"""Forget drafts that nobody sent, supporters without a page, donors nobody thanked, and the
addresses of monthly gifts that are over."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from audience.domain.mailbox_links import LINKS_KEPT
from audience.models import MailboxLink
from fundraising.domain.sign_in import PURPOSE
from fundraising.gateways.page_pictures import forget_picture
from fundraising.models import Donation, Fundraiser, RecurringGift, Supporter
from qa.enums import TextState

DRAFTS_KEPT = timedelta(days=30)
# How long a donor waits for thanks: after a payment that never came, or the last day of the page.
WAITS_FOR_THANKS = timedelta(days=60)


def forget_pages() -> int:
    """Delete what nobody comes back to; return how many rows."""
    now = timezone.now()
    # Whoever came back to a draft lately has a link to it that is not forgotten yet.
    linked = MailboxLink.objects.filter(purpose=PURPOSE).exclude(about="")
    drafts = Fundraiser.objects.filter(
        state=TextState.DRAFT, received_at__lt=now - DRAFTS_KEPT
    ).exclude(pk__in=[int(pk) for pk in linked.values_list("about", flat=True)])
    pictures = list(drafts.exclude(picture="").values_list("picture", flat=True))
    # What stands in the search index goes with a page, and is no row of its own.
    deleted = drafts.delete()[1].get(Fundraiser._meta.label, 0)
    for picture in pictures:
        forget_picture(picture)
    waits_in_vain = Q(paid_at=None, begun_at__lt=now - WAITS_FOR_THANKS) | Q(
        fundraiser__ends_on__lt=timezone.localdate() - WAITS_FOR_THANKS
    )
    Donation.objects.exclude(thanks_email="").filter(waits_in_vain).update(thanks_email="")
    is_over = Q(started_at=None, begun_at__lt=now - WAITS_FOR_THANKS) | Q(
        ended_at__lt=now - WAITS_FOR_THANKS
    )
    RecurringGift.objects.filter(is_over).update(email="", thanks_email="")
    # A mailbox under which gifts are kept has to be proved within a week.
    no_gifts = Q(gifts=None) | Q(proved_at=None)
    alone = Supporter.objects.filter(
        no_gifts, fundraisers=None, teams=None, made_at__lt=now - LINKS_KEPT
    )
    return deleted + alone.delete()[0]
