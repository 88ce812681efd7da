"""The team's list of links says whose they are, and finds them by alias."""

import pytest

from ambassadors.domain.leave import leave
from ambassadors.holders import name_holders, search_holders
from audience.domain.list_share_links import find_share_links, listed
from audience.models import ShareCode

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_names_and_words(make_ambassador, django_assert_num_queries):
    zoe, max_ = make_ambassador(), make_ambassador("Max la Courge")
    make_ambassador("Unproved", joined_at=None)
    with django_assert_num_queries(1):
        assert name_holders([zoe.code, max_.code, "nobody"]) == {
            zoe.code: "Zoé des poireaux",
            max_.code: "Max la Courge",
        }
    assert search_holders("courge", 5) == [max_.code]
    assert search_holders("unproved", 5) == []
    assert len(search_holders("", 1)) == 1


def test_in_the_list_of_links(make_ambassador, links_of, campaign, django_assert_num_queries):
    zoe = make_ambassador()
    codes = links_of(zoe)
    assert set(find_share_links("poireaux")) == set(codes.values())
    assert {link.holder for link in listed(codes.values())} == {"Zoé des poireaux"}
    site = ShareCode.objects.filter(holder="").first()
    assert listed([site])[0].holder == ""
    leave(zoe)
    assert {link.holder for link in listed(codes.values())} == {""}
    assert not find_share_links("poireaux")
