"""The site's own codes: one for each channel, once."""

import pytest

from audience.domain.channel_codes import channel_codes
from audience.domain.make_channel_codes import CHANNELS, make_channel_codes, make_missing_codes
from audience.enums import ShareChannel
from audience.models import ShareCode
from tests.audience.sharing import code_of, leek  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_one_for_each_channel_and_the_same_for_ever(meter):
    make_channel_codes("leek", "7", meter.pk)
    first = channel_codes("leek", "7")
    assert set(first) == set(CHANNELS) == set(ShareChannel.values) - {"own"}
    make_channel_codes("leek", "7", meter.pk)
    assert channel_codes("leek", "7") == first


def test_a_page_that_changes_its_campaign_takes_its_codes_along(meter):
    own = code_of(None, secret="s")
    make_channel_codes("leek", "7", None)
    make_channel_codes("leek", "7", meter.pk)
    own.refresh_from_db()
    assert own.meter == meter
    assert set(ShareCode.objects.values_list("meter", flat=True)) == {meter.pk}


def test_what_was_missed_is_made_later(leek):  # noqa: F811
    assert make_missing_codes() == 1
    assert set(channel_codes("leek", "8")) == set(CHANNELS)
