"""An offered amount or a free one, and how one stands on the page."""

import pytest

from fundraising.gift_form import CardForm, GiftForm

AMOUNTS = [("1000", "10 €"), ("2000", "20 € = 10 kg")]
TYPED = {"choice": "2000", "visibility": "name", "name": "Inès", "shows_amount": "on"}


def form(**values: str) -> GiftForm:
    return GiftForm(TYPED | values, amounts=AMOUNTS)


def test_offered_or_free():
    chosen, free = form(), form(choice="free", amount="12,50")
    assert chosen.is_valid()
    assert free.is_valid()
    assert chosen.wish("k").amount_cents == 20_00
    assert free.wish("k").amount_cents == 12_50
    assert GiftForm(amounts=AMOUNTS).fields["choice"].initial == "1000"


@pytest.mark.parametrize(
    ("values", "faulty"),
    [({"choice": "free"}, "amount"), ({"choice": "free", "amount": "0,99"}, "amount"),
     ({"choice": "free", "amount": "50000,01"}, "amount"), ({"choice": "1"}, "choice"),
     ({"name": ""}, "name"), ({"visibility": "alias", "name": ""}, "name"),
     ({"visibility": ""}, "visibility"), ({"message": "x" * 301}, "message"),
     ({"thanks_email": "zoe@"}, "thanks_email")],
)  # fmt: skip
def test_faults_stand_at_their_fields(values, faulty):
    assert faulty in form(**values).errors


@pytest.mark.parametrize(
    "left_over",
    [{"amount": "abc"}, {"amount": "35"}, {"rhythm": "once", "email": "not an address"}],
)
def test_what_is_not_asked_for_is_no_fault(left_over):
    given = GiftForm(TYPED | left_over, amounts=AMOUNTS, offers_monthly=True)
    assert given.is_valid(), given.errors
    assert given.wish("k").amount_cents == 20_00


def test_without_a_name_none_is_needed():
    assert form(visibility="anonymous", name="").is_valid()


def test_a_card_has_a_number():
    assert CardForm({"number": "4242 4242 4242 4242"}).is_valid()
    assert not CardForm({"number": ""}).is_valid()
