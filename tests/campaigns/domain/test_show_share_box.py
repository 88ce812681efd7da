"""What a page offers to tell others of it."""

import pytest

from audience.domain.channel_codes import channel_codes
from audience.domain.make_channel_codes import make_channel_codes
from campaigns.domain.show_share_box import share_box

pytestmark = pytest.mark.django_db
ADDRESS = "https://cagette.example/poireau/"


def test_before_there_are_codes_addresses_are_plain():
    box = share_box("leek", "7", "Poireau", ADDRESS)
    assert (box.copy.address, box.sheet.address, box.qr_code) == (ADDRESS, ADDRESS, "")
    assert len(box.links) == 9
    assert not any(link.code for link in box.links)


def test_each_way_has_its_own_code_and_is_asked_for_once(django_assert_num_queries):
    make_channel_codes("leek", "7", None)
    codes = channel_codes("leek", "7")
    with django_assert_num_queries(1):
        box = share_box("leek", "7", "Poireau", ADDRESS)
    with django_assert_num_queries(0):
        assert share_box("leek", "7", "Poireau", ADDRESS) == box
    assert box.copy.address == f"{ADDRESS}?par={codes['copy']}"
    assert box.sheet.code == codes["sheet"]
    assert box.qr_code == codes["qr"]
    assert len({link.code for link in box.links}) == 9
