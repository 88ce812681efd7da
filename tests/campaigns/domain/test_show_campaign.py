"""Which campaign a page may name."""

import pytest
from wagtail.models import PageViewRestriction

from campaigns.domain.show_campaign import campaign_to_show

pytestmark = pytest.mark.django_db


def test_none_stays_none(house):
    assert campaign_to_show(None, house.home.locale_id) is None


def test_a_public_campaign_is_named(make_campaign, django_assert_num_queries):
    campaign = make_campaign()
    campaign_to_show(campaign, campaign.locale_id)
    with django_assert_num_queries(0):
        assert campaign_to_show(campaign, campaign.locale_id) == campaign


@pytest.mark.parametrize("how", ["draft", "guarded"])
def test_a_hidden_campaign_is_not(make_campaign, how):
    campaign = make_campaign(live=how != "draft")
    if how == "guarded":
        PageViewRestriction.objects.create(page=campaign, restriction_type="login")
    assert campaign_to_show(campaign, campaign.locale_id) is None


def test_another_language_names_the_translation(make_campaign, translate):
    campaign = make_campaign()
    twin = translate(campaign)
    assert campaign_to_show(campaign, twin.locale_id) == twin
    twin.unpublish()
    assert campaign_to_show(campaign, twin.locale_id) == campaign


def test_without_a_translation_the_campaign_itself(make_campaign, english):
    campaign = make_campaign()
    assert campaign_to_show(campaign, english.pk) == campaign
