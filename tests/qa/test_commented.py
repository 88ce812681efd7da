"""Which pages take comments."""

import pytest
from wagtail.models import PageViewRestriction

from qa.commented import commented_page, wishes

pytestmark = pytest.mark.django_db


def test_episodes_campaigns_and_programmes(make_episode, make_campaign, make_programme, house):
    pages = [make_episode(), make_campaign(), make_programme("Autre")]
    assert [commented_page(page.pk).pk for page in pages] == [page.pk for page in pages]
    assert commented_page(house.programmes.pk) is None
    assert commented_page(0) is None
    assert wishes().takes_comments


def test_what_is_not_public_is_not_there(make_episode):
    draft, guarded = make_episode("Brouillon", live=False), make_episode("Gardé")
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")
    assert (commented_page(draft.pk), commented_page(guarded.pk)) == (None, None)
