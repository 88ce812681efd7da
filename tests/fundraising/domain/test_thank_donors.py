"""Each gift is thanked for once, in words that may be said, from a page that everybody sees."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from audience.models import Mail
from fundraising.domain.thank_donors import MOST_A_DAY, gifts_to_thank, thank_donors
from fundraising.models import Donation, Fundraiser, Thanks
from fundraising.refusals import (
    NobodyToThank,
    NotToThank,
    ThanksEmpty,
    ThanksHeld,
    ThanksRefused,
    TooManyThanks,
)
from qa.enums import StopMode
from qa.models import StopList


@pytest.fixture
def three(db, fundraiser, make_gift, tell) -> list[Donation]:
    """Three gifts to one page; the second has no address, the third was given back."""
    gifts = [
        make_gift(fundraiser, thanks_email=email)
        for email in ("ines@example.org", "", "leo@example.org")
    ]
    for gift in gifts:
        tell(gift)
    tell(gifts[2], "refunded", 20_00, refund_ref="r")
    return gifts


def test_all_that_wait_once(fundraiser, three):
    assert thank_donors(fundraiser, " Merci à  tous ") == 2
    assert Thanks.objects.get().words == "Merci à tous"
    assert [gift.thanks is not None for gift in Donation.objects.order_by("pk")] == [
        True,
        True,
        False,
    ]
    assert [mail.email for mail in Mail.objects.all()] == ["ines@example.org"]
    assert not gifts_to_thank(fundraiser).exists()
    with pytest.raises(NobodyToThank):
        thank_donors(fundraiser, "Encore")


def test_one_alone_and_none_of_anothers_page(fundraiser, three, make_page_of, make_gift, tell):
    assert thank_donors(fundraiser, "Merci Inès", three[0].pk) == 1
    assert gifts_to_thank(fundraiser).get() == three[1]
    other = make_gift(make_page_of("lea@example.org"))
    tell(other)
    for number in (three[0].pk, other.pk, -1):
        with pytest.raises(NobodyToThank):
            thank_donors(fundraiser, "Merci", number)


def test_words_that_say_nothing_or_are_on_a_stop_list(fundraiser, three):
    StopList.objects.create(name="Interdits", words="navet", mode=StopMode.HOLD)
    for words, refusal in ((" ‍ …", ThanksEmpty), ("Merci, NÀVET", ThanksHeld)):
        with pytest.raises(refusal):
            thank_donors(fundraiser, words)
    assert not Thanks.objects.exists()
    assert not Mail.objects.exists()


def test_not_from_a_page_that_is_not_shown(fundraiser, three):
    Fundraiser.objects.update(state="hidden")
    with pytest.raises(NotToThank):
        thank_donors(fundraiser, "Merci")


def test_a_day_has_so_many_notes(fundraiser, three):
    Thanks.objects.bulk_create(Thanks(fundraiser=fundraiser, words="x") for _ in range(MOST_A_DAY))
    with pytest.raises(TooManyThanks):
        thank_donors(fundraiser, "Merci")


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_pressed_in_eight_windows_at_once(fundraiser, three):
    def press(_number: int) -> int:
        try:
            return thank_donors(Fundraiser.objects.get(pk=fundraiser.pk), "Merci")
        except ThanksRefused:
            return 0
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(press, range(8))) == [0] * 7 + [2]
    assert (Thanks.objects.count(), Mail.objects.count()) == (1, 1)
