"""The private page: figures, neighbours, links, campaigns that are left."""

import pytest

from ambassadors.domain.show_space import show_space
from audience.models import ShareCode

pytestmark = pytest.mark.django_db


def test_before_the_first_link(make_ambassador, campaign, make_campaign):
    make_campaign("Draft", live=False)
    space = show_space(make_ambassador())
    assert (space.people, space.people_this_week, space.rank) == (0, 0, None)
    assert (space.around, space.pages) == ([], [])
    assert space.campaigns == [(campaign.pk, campaign.title)]


def test_figures_and_links(make_ambassador, bring):
    one, other = make_ambassador(), make_ambassador("Max")
    bring(one, 2)
    bring(one, 1, days_ago=9)
    bring(other, 3)
    space = show_space(one)
    assert (space.people_this_week, space.people, space.rank) == (2, 3, 2)
    assert [near.alias for near in space.around] == ["Max", one.alias]
    [page] = space.pages
    assert (page.brought.people, page.brought.acts) == (3, 3)
    assert [(own.channel, own.brought.people) for own in page.codes] == [
        ("whatsapp", 3),
        ("own", 0),
    ]
    assert set(page.by_channel) == {"whatsapp", "own"}
    assert page.codes[0].name == "WhatsApp"
    assert space.campaigns == []


def test_revoked_links_and_pages_that_are_gone(make_ambassador, campaign, links_of):
    one = make_ambassador()
    links_of(one)
    ShareCode.objects.filter(channel="own").update(revoked_at="2026-11-01T12:00Z")
    [page] = show_space(one).pages
    assert [own.channel for own in page.codes] == ["whatsapp"]
    campaign.unpublish()
    assert show_space(one).pages == []
