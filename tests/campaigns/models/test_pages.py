"""Campaigns and their list."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from wagtail.models import PageViewRestriction

from campaigns.models import CampaignPage, Organisation
from campaigns.models.pages import CampaignLink

pytestmark = pytest.mark.django_db


def test_the_newest_public_campaigns_come_first(house, make_campaign):
    make_campaign("Vieille", age_days=9)
    make_campaign("Neuve", age_days=1)
    make_campaign("Brouillon", live=False)
    guarded = make_campaign("Gardée")
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")
    assert [campaign.title for campaign in house.campaigns.campaigns()] == ["Neuve", "Vieille"]


def test_a_campaign_cannot_end_before_it_starts(make_campaign):
    campaign = make_campaign(starts_on=date(2026, 5, 2))
    campaign.ends_on = date(2026, 5, 1)
    with pytest.raises(ValidationError) as error:
        campaign.full_clean()
    assert list(error.value.message_dict) == ["ends_on"]
    campaign.ends_on = campaign.starts_on
    campaign.full_clean()


def test_a_page_shows_its_facts(make_campaign, client):
    bio = Organisation.objects.create(name="Biocoop", website="https://bio.example")
    campaign = make_campaign(
        promise="1 vue = 2 kg", sponsor=bio, beneficiary=bio, starts_on=date(2026, 5, 2)
    )
    CampaignLink.objects.create(campaign=campaign, label="Presse", address="https://presse.example")
    text = client.get(campaign.url).text
    assert text.count(f'<a href="{bio.get_absolute_url()}">Biocoop</a>') == 2
    assert "2 mai 2026" in text.replace("\xa0", " ")
    assert 'href="https://presse.example">Presse</a>' in text


def test_for_reading_loads_all_that_the_page_shows(
    make_campaign, make_film, django_assert_num_queries
):
    campaign = make_campaign(video=make_film(with_files=False))
    with django_assert_num_queries(3):
        found = CampaignPage.objects.for_reading().get(pk=campaign.pk)
    with django_assert_num_queries(0):
        assert found.video.current.number == 1
        assert (found.sponsor, found.poster_picture) == (None, None)
        assert list(found.video.text_tracks.all()) == []


def test_a_film_on_a_campaign_cannot_be_deleted_unseen(make_campaign, make_film):
    campaign = make_campaign(video=make_film(with_files=False))
    with pytest.raises(ProtectedError):
        campaign.video.delete()
