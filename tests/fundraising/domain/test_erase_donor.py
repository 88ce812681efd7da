"""What is kept of who gave: taken along, erased; the sums stay."""

import json

import pytest

from fundraising.domain.erase_donor import erase_donor, exported_gift
from fundraising.domain.recount_gifts import recount_gifts

pytestmark = pytest.mark.django_db


@pytest.fixture
def gift(make_gift, tell):
    words = {"name": "Inès", "message": "Cours !", "thanks_email": "ines@example.org"}
    gift = make_gift(visibility="name", **words)
    tell(gift)
    gift.refresh_from_db()
    return gift


def test_amounts_stay_and_who_gave_goes(gift):
    for _ in range(2):
        erase_donor(gift)
    gift.refresh_from_db()
    assert (gift.name, gift.message, gift.thanks_email) == ("", "", "")
    assert (gift.visibility, gift.shows_amount, gift.paid_cents) == ("anonymous", False, 20_00)
    gift.fundraiser.refresh_from_db()
    assert gift.fundraiser.total_cents == 20_00
    assert recount_gifts(write=False).differences == []
    assert "Inès" not in json.dumps(exported_gift(gift), ensure_ascii=False)


def test_all_that_is_held_is_taken_along(gift):
    told = exported_gift(gift)
    assert (told["name"], told["message"], told["paid_cents"]) == ("Inès", "Cours !", 20_00)
    assert told["thanks_email"] == "ines@example.org"
    assert [one["kind"] for one in told["told"]] == ["paid"]
    assert told["tax_receipts"] == []
