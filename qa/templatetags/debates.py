"""The debates that a campaign's page leads to."""

from django import template

from campaigns.models import CampaignPage
from media.edition import kept
from qa.models import Theme

register = template.Library()


@register.simple_tag
def debates_of(campaign: CampaignPage) -> list[Theme]:
    """Return the themes of `campaign` in its language, 15 seconds ago at most."""
    if not campaign.pk:
        return []
    themes = campaign.themes.filter(locale=campaign.locale_id).order_by("name")
    return kept(f"debates:{campaign.pk}", lambda: list(themes))
