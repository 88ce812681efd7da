"""Sponsors add to the gifts of their days: exactly, at once, and after refunds."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from fundraising.domain.match_gifts import recount_match
from fundraising.domain.recount_gifts import recount_gifts
from fundraising.models import MatchingGift

pytestmark = pytest.mark.django_db


def sums(match: MatchingGift) -> tuple[int, int]:
    match.refresh_from_db()
    return match.given_cents, match.matched_cents


def test_given_then_partly_given_back(matching, make_gift, tell):
    gift = make_gift()
    tell(gift)
    assert sums(matching) == (20_00, 20_00)
    tell(make_gift(amount_cents=90_00))
    assert sums(matching) == (110_00, 100_00)
    assert matching.is_reached
    tell(gift, "refunded", 15_00, refund_ref="a")
    assert sums(matching) == (95_00, 95_00)
    assert recount_gifts(write=False).differences == []


def test_only_money_of_its_days_and_fund(matching, make_gift, make_fund, make_page_of, tell):
    elsewhere = make_page_of(fund=make_fund("Autre cause"))
    for page, days, test in ((elsewhere, 0, False), (None, -60, False), (None, 0, True)):
        gift = make_gift(page, is_test=test)
        tell(gift, occurred_at=timezone.now() + timedelta(days=days))
    assert sums(matching)[0] == 0
    matching.refresh_from_db()
    assert matching.test_given_cents == 20_00
    assert recount_match(matching.pk, write=False) == []


def test_a_recount_mends(matching, make_gift, tell):
    tell(make_gift())
    MatchingGift.objects.update(given_cents=1)
    assert len(recount_gifts(write=True).differences) == 1
    assert sums(matching) == (20_00, 20_00)


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_the_cap_holds_whatever_happens_at_once(fund, matching, make_gift, tell):
    MatchingGift.objects.create(
        fund=fund, sponsor=matching.sponsor, rate_percent=33, cap_cents=10_00,
        starts_on=matching.starts_on, ends_on=matching.ends_on,
    )  # fmt: skip
    gifts = [make_gift(amount_cents=9_99) for _ in range(16)]
    deeds = [lambda gift=gift: tell(gift) for gift in gifts]
    deeds += [lambda gift=gift: tell(gift, "refunded", 1, refund_ref="a") for gift in gifts[:4]]
    at_once(deeds)
    given = 16 * 9_99 - 4
    for match in MatchingGift.objects.all():
        assert match.given_cents == given
        assert match.matched_cents == min(match.cap_cents, given * match.rate_percent // 100)
    assert recount_gifts(write=False).differences == []


def at_once(deeds: list) -> None:
    """Do all `deeds` in threads of their own, at the same moment."""
    start, done = Barrier(len(deeds)), []

    def run(deed: object) -> None:
        start.wait()
        try:
            done.append(deed())
        finally:
            connection.close()

    threads = [Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == len(deeds)
