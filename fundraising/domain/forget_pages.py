"""Forget drafts that nobody sent, old links, and supporters without a page."""

from datetime import timedelta

from django.utils import timezone

from fundraising.gateways.page_pictures import forget_picture
from fundraising.models import Fundraiser, SignIn, Supporter
from qa.enums import TextState

DRAFTS_KEPT = timedelta(days=30)
LINKS_KEPT = timedelta(days=7)


def forget_pages() -> int:
    """Delete what nobody comes back to; return how many rows."""
    now = timezone.now()
    links, _ = SignIn.objects.filter(made_at__lt=now - LINKS_KEPT).delete()
    # Its links are younger than a draft, or gone: whoever came back made a new one.
    drafts = Fundraiser.objects.filter(
        state=TextState.DRAFT, received_at__lt=now - DRAFTS_KEPT, signin=None
    )
    pictures = list(drafts.exclude(picture="").values_list("picture", flat=True))
    deleted, _ = drafts.delete()
    for picture in pictures:
        forget_picture(picture)
    alone = Supporter.objects.filter(fundraisers=None, made_at__lt=now - LINKS_KEPT)
    return links + deleted + alone.delete()[0]
