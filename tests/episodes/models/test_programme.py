"""Programmes and their list."""

import pytest
from wagtail.models import PageViewRestriction

pytestmark = pytest.mark.django_db


def test_the_newest_public_programmes_come_first(house, make_programme):
    make_programme("Vieille", age_days=9)
    make_programme("Neuve", age_days=1)
    make_programme("Brouillon", live=False)
    guarded = make_programme("Gardée")
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")
    titles = [programme.title for programme in house.programmes.programmes()]
    assert titles == ["Neuve", "Vieille"]


def test_a_programme_of_another_list_is_not_shown(house, make_programme, translate):
    make_programme("Ici")
    translate(house.programmes)
    english = house.programmes.get_translations().get().specific
    assert list(english.programmes()) == []
