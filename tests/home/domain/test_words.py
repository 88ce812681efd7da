"""The team's words for the whole site."""

import pytest

from home.domain.words import words
from home.models import SiteSettings

pytestmark = pytest.mark.django_db


def test_without_words_they_are_empty_and_nothing_is_written(house):
    assert words(house.site).tagline == ""
    assert not SiteSettings.objects.exists()


def test_words_are_read_once_and_anew_after_a_change(house, django_assert_num_queries):
    kept = SiteSettings.objects.create(site=house.site, tagline="Rire utile")
    assert words(house.site).tagline == "Rire utile"
    with django_assert_num_queries(0):
        assert words(house.site).tagline == "Rire utile"
    kept.tagline = "Rire encore"
    kept.save()
    assert words(house.site).tagline == "Rire encore"
