"""Gifts kept together: shown only to whoever reads the mailbox."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.models import Mail, MailboxLink
from fundraising.domain.erase_donor import erase_donor
from fundraising.domain.forget_pages import forget_pages
from fundraising.domain.keep_gift import gifts_of, keep_gift
from fundraising.domain.send_link import MOST_PER_NETWORK
from fundraising.models import Supporter
from fundraising.refusals import TooManyPages

pytestmark = pytest.mark.django_db


def test_under_one_mailbox_however_it_is_written(make_gift, make_page_of):
    page = make_page_of()
    first, second = make_gift(page), make_gift(page)
    keep_gift(first, "Ines@Example.org", "fr", "")
    keep_gift(second, "ines@example.org", "fr", "")
    donor = Supporter.objects.get(email="ines@example.org")
    assert list(gifts_of(donor)) == [second, first]
    assert MailboxLink.objects.filter(key=donor.pk).count() == 2
    assert not donor.proved_at
    keep_gift(second, "lulu@example.org", "fr", "")
    assert list(gifts_of(donor)) == [first]


def test_a_network_has_its_share_of_links(make_gift):
    gift = make_gift()
    for _ in range(MOST_PER_NETWORK):
        keep_gift(gift, "ines@example.org", "fr", "192.0.2.9")
    with pytest.raises(TooManyPages):
        keep_gift(gift, "ines@example.org", "fr", "192.0.2.9")


def test_erased_with_the_last_gift(make_gift, make_page_of):
    page = make_page_of()
    gifts = [make_gift(page), make_gift(page)]
    for gift in gifts:
        keep_gift(gift, "ines@example.org", "fr", "")
    erase_donor(gifts[0])
    assert Supporter.objects.filter(email="ines@example.org").exists()
    erase_donor(gifts[1])
    assert not Supporter.objects.filter(email="ines@example.org").exists()
    assert not Mail.objects.filter(email="ines@example.org").exists()


def test_the_owner_of_a_page_stays(make_gift, make_page_of):
    page = make_page_of()
    gift = make_gift(page)
    keep_gift(gift, page.owner.email, "fr", "")
    erase_donor(gift)
    assert Supporter.objects.filter(pk=page.owner_id).exists()


def test_an_address_that_nobody_proved_is_forgotten(make_gift, make_page_of):
    page = make_page_of()
    typed, proved = make_gift(page), make_gift(page)
    keep_gift(typed, "stranger@example.org", "fr", "")
    keep_gift(proved, "ines@example.org", "fr", "")
    old = timezone.now() - timedelta(days=8)
    Supporter.objects.update(made_at=old)
    Supporter.objects.filter(email="ines@example.org").update(proved_at=old)
    forget_pages()
    emails = set(Supporter.objects.values_list("email", flat=True))
    assert emails == {"ines@example.org", page.owner.email}
    typed.refresh_from_db()
    assert typed.donor is None


def test_a_month_takes_the_others_along_and_those_to_come(client, make_gift, make_order, sign_in):
    order = make_order(state="active")
    month = make_gift(recurring=order, instalment_ref="in_1")
    other = make_gift(recurring=order, instalment_ref="in_2")
    keep_gift(month, "zoe@example.org", "fr", "")
    other.refresh_from_db()
    order.refresh_from_db()
    assert other.donor == order.donor == Supporter.objects.get(email="zoe@example.org")
    told = sign_in(order.donor).get("/mes-collectes/mes-dons.json").json()
    assert [one["reference"] for one in told["monthly_gifts"]] == [order.key]
    assert len(told["gifts"]) == 2
