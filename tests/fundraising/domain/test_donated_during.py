"""What a time brought in gifts: paid within it, on public pages, less what was given back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from fundraising.domain.donated_during import Donated, donated_during
from fundraising.models import Donation, Fund
from qa.enums import TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
HOUR = timedelta(hours=1)
LIST = "/collectes/?cause=manger-bien"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def open_fund(settings, fund) -> Fund:
    """The fund takes gifts, through a provider whose gifts nobody is shown."""
    settings.TEST_GIFTS = "hidden"
    fund.provider = "test"
    fund.save()
    return fund


def paid(gift: Donation, at, cents: int = 20_00, back: int = 0) -> None:
    Donation.objects.filter(pk=gift.pk).update(paid_cents=cents, refunded_cents=back, paid_at=at)


def given(fund, now) -> Donated | None:
    return donated_during([fund.cause.translation_key], now - HOUR, now)


def test_what_was_paid_meanwhile_less_what_went_back(open_fund, make_gift, fundraiser, now):
    for cents, back in ((20_00, 0), (7_31, 2_30), (5_00, 5_00)):
        paid(make_gift(fundraiser), now - HOUR / 2, cents, back)
    make_gift(fundraiser)
    assert given(open_fund, now) == Donated(25_01, 2, LIST)


def test_neither_before_nor_after(open_fund, make_gift, fundraiser, now):
    paid(make_gift(fundraiser), now - 2 * HOUR)
    paid(make_gift(fundraiser), now + HOUR)
    assert given(open_fund, now) == Donated(0, 0, LIST)


def test_only_of_public_pages_in_euros_and_with_money(open_fund, make_gift, make_page_of, now):
    hidden = make_page_of(state=TextState.HIDDEN)
    shown = make_page_of()
    paid(make_gift(hidden), now)
    paid(make_gift(shown, currency="CHF"), now)
    paid(make_gift(shown, is_test=True), now)
    assert given(open_fund, now) == Donated(0, 0, LIST)


def test_a_demo_shows_its_gifts(page_with_gifts, fund, make_gift, now):
    paid(make_gift(page_with_gifts, is_test=True), now)
    assert given(fund, now) == Donated(20_00, 1, LIST)


def test_another_cause_has_its_own(open_fund, make_gift, fundraiser, now):
    paid(make_gift(fundraiser), now)
    assert donated_during([uuid4()], now - HOUR, now) is None


def test_with_several_causes_the_list_is_not_narrowed(
    settings, make_fund, make_page_of, fund, fundraiser, now
):
    settings.TEST_GIFTS = "hidden"
    other = make_fund("Boire bien", provider="test")
    fund.provider = "test"
    fund.save()
    keys = [fund.cause.translation_key, other.cause.translation_key]
    assert donated_during(keys, now - HOUR, now) == Donated(0, 0, "/collectes/")


def test_nothing_given_and_nowhere_to_give(fund, fundraiser, make_gift, now):
    assert given(fund, now) is None
    paid(make_gift(fundraiser), now)
    assert given(fund, now) == Donated(20_00, 1, "")
