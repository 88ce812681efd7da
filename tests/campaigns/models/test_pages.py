"""Campaigns keep their dates straight; their list shows what the public may see."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_campaign_cannot_end_before_it_starts(make_campaign):
    page = make_campaign()
    page.starts_on, page.ends_on = date(2026, 3, 2), date(2026, 3, 1)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "ends_on" in refused.value.message_dict


def test_the_list_shows_published_campaigns_the_newest_first(house, make_campaign):
    old, new = make_campaign("Ancienne", age_days=9), make_campaign("Nouvelle", age_days=1)
    make_campaign("Brouillon", live=False)
    assert [page.pk for page in house.campaigns.campaigns()] == [new.pk, old.pk]
