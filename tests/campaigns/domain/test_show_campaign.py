"""A campaign is named in the reader's language, and only when anybody may read it."""

import pytest

from campaigns.domain.show_campaign import campaign_to_show

pytestmark = pytest.mark.django_db


def test_the_translation_is_preferred(make_campaign, translate, english):
    campaign = make_campaign()
    copy = translate(campaign, title="One view, one leek")
    assert campaign_to_show(campaign, english.pk).pk == copy.pk
    assert campaign_to_show(campaign, campaign.locale_id) == campaign


def test_without_translation_the_campaign_itself_is_named(make_campaign, english):
    campaign = make_campaign()
    assert campaign_to_show(campaign, english.pk) == campaign


def test_a_draft_is_never_named(make_campaign):
    draft = make_campaign(live=False)
    assert campaign_to_show(draft, draft.locale_id) is None
    assert campaign_to_show(None, 1) is None
