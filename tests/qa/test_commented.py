"""Which pages take comments."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from qa.commented import commented_page, takes_comments, wishes
from qa.models import CommentSettings

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


@pytest.mark.parametrize(("wish", "old", "new"), [("", 0, 1), ("open", 1, 1), ("closed", 0, 0)])
def test_the_wish_of_a_page_goes_before_the_rule(make_episode, house, wish, old, new):
    CommentSettings.objects.create(closes_after_days=30)
    for age_days, is_open in ((31, old), (29, new)):
        page = make_episode(f"{age_days}", age_days=age_days, takes_comments=wish)
        assert takes_comments(page, timezone.now()) == bool(is_open)


def test_feeds_name_the_host_of_the_request(client, make_theme, house):
    theme = make_theme()
    feed = client.get(f"/themes/{theme.slug}/questions.xml").content.decode()
    assert "example.com" not in feed
    assert "http://testserver/" in feed
