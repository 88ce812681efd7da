"""A cause with its campaigns, as the public sees it."""

from wagtail.models import PageQuerySet

from campaigns.models import CampaignPage, Cause
from media.readable import readable


def campaigns_for(cause: Cause) -> PageQuerySet:
    """Return the public campaigns for `cause` in its language, the newest first."""
    pages = CampaignPage.objects.filter(
        locale=cause.locale_id, causes__translation_key=cause.translation_key
    )
    return readable(pages).for_list().select_related("sponsor").distinct()
