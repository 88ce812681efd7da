"""What owners read of gifts, and the names that they hide."""

import json

import pytest

from fundraising.domain.own_gifts import gifts_of, hide_name
from fundraising.domain.page_state import page_state
from fundraising.models import Donation

pytestmark = pytest.mark.django_db


def test_paid_ones_the_newest_first(fundraiser, make_gift, tell, settings):
    make_gift(fundraiser, name="Attend")
    tell(make_gift(fundraiser, name="Inès"))
    tell(make_gift(fundraiser, name="Léo"))
    tell(make_gift(fundraiser, name="Essai", is_test=True))
    assert [gift.name for gift in gifts_of(fundraiser)] == ["Léo", "Inès"]
    settings.TEST_GIFTS = "shown"
    assert gifts_of(fundraiser).count() == 3


def test_a_hidden_name_leaves_the_snapshot_and_the_row_stays(fundraiser, make_gift, tell):
    gift = make_gift(fundraiser, name="Gros mot")
    tell(gift)
    for is_hidden, name in ((True, ""), (True, ""), (False, "Gros mot")):
        hide_name(fundraiser, gift.pk, is_hidden)
        state = json.loads(page_state(fundraiser.code))
        assert [one["name"] for one in state["last"]] == [name]
        assert state["total_cents"] == 20_00
        assert Donation.objects.get().name == "Gros mot"


def test_not_on_anothers_page(fundraiser, make_page_of, make_gift, tell):
    gift = make_gift(make_page_of("lea@example.org"), name="Inès")
    tell(gift)
    hide_name(fundraiser, gift.pk, True)
    assert not Donation.objects.get().hides_name
