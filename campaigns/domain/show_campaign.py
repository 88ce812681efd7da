"""Which campaign a page may name."""

from campaigns.models import CampaignPage
from media.readable import is_readable


def campaign_to_show(campaign: CampaignPage | None, locale_id: int) -> CampaignPage | None:
    """Return `campaign` in the language of the page that names it; None if not all may read it.

    Without a translation that anybody may read, the campaign itself is named.
    """
    if campaign is None:
        return None
    if campaign.locale_id != locale_id:
        translation = campaign.get_translation_or_none(locale_id)
        if translation is not None and is_readable(translation):
            return translation
    return campaign if is_readable(campaign) else None
