"""A campaign leads to its debates, in its own language."""

import pytest
from wagtail.models import Locale

from campaigns.models import CampaignPage
from qa.templatetags.debates import debates_of

pytestmark = pytest.mark.django_db


def test_on_the_page_of_a_campaign(client, make_campaign, make_theme):
    campaign, theme = make_campaign(), make_theme()
    english = make_theme("Money", locale=Locale.objects.create(language_code="en"))
    for one in (theme, english):
        one.campaigns.add(campaign)
    assert debates_of(campaign) == [theme]
    assert debates_of(CampaignPage()) == []
    page = client.get(campaign.url).content.decode()
    assert theme.question in page
    assert english.question not in page
