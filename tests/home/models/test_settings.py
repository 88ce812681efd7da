"""Words and menus belong to one site."""

import pytest

from home.models import MenuItem, SiteSettings
from home.models.settings import MenuPlace

pytestmark = pytest.mark.django_db


def test_a_site_has_one_row_of_words(house):
    words = SiteSettings.for_site(house.site)
    words.tagline = "La télé qui remplit les cagettes."
    words.menu_items = [MenuItem(place=MenuPlace.FOOTER, page=house.campaigns)]
    words.save()
    again = SiteSettings.for_site(house.site)
    assert again.tagline == words.tagline
    assert [item.page_id for item in again.menu_items.all()] == [house.campaigns.pk]
