"""Links to a campaign: one for each channel, once."""

import pytest

from ambassadors.domain.make_links import make_links
from ambassadors.refusals import NothingToShare
from audience.domain.holder_codes import Browser
from audience.enums import ShareChannel
from audience.models import ShareCode

pytestmark = pytest.mark.django_db
BROWSER = Browser("", "192.0.2.7", "Firefox")


def test_one_for_each_channel(make_ambassador, campaign):
    one = make_ambassador()
    for _ in range(2):
        make_links(one, str(campaign.pk), BROWSER)
    codes = ShareCode.objects.filter(holder=one.code)
    assert set(codes.values_list("channel", flat=True)) == set(ShareChannel.values)
    assert codes.count() == len(ShareChannel.values)
    assert {code.meter_id for code in codes} == {campaign.meter_id}
    assert all(code.maker_browser and code.is_own for code in codes)


@pytest.mark.parametrize("key", ["", "x", "99999", "-1"])
def test_no_such_campaign(make_ambassador, house, key):
    with pytest.raises(NothingToShare):
        make_links(make_ambassador(), key, BROWSER)
