"""Opening a page: one draft for one form, an address of its own, a link in the mailbox."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from audience.models import Mail, MailboxLink
from fundraising.domain.check_words import PageWords
from fundraising.domain.open_page import MOST_PER_NETWORK, Opening, open_page
from fundraising.domain.sign_in import page_behind, supporter_behind
from fundraising.models import Fundraiser, Supporter
from fundraising.refusals import FundClosed, NotYourName, TooManyPages
from qa.models.keys import new_key

pytestmark = pytest.mark.django_db


@pytest.fixture
def opening(fund) -> Opening:
    words = PageWords("Zoé", "Un kilomètre, un kilo.", "Zoé court", "race")
    day = timezone.localdate() + timedelta(days=9)
    return Opening(new_key(), "Zoe@Example.org", fund, words, 300_00, day)


def test_a_draft_and_a_mail(opening):
    page = open_page(opening, "192.0.2.1")
    assert (page.is_draft, page.slug, page.owner.email) == (True, "zoe-court", "zoe@example.org")
    assert (page.goal_cents, page.sent_at) == (300_00, None)
    link = MailboxLink.objects.get()
    assert (supporter_behind(link), page_behind(link)) == (page.owner, page)
    assert Mail.objects.get().email == "zoe@example.org"


@pytest.mark.databases
def test_the_same_form_twice_opens_one(opening):
    first, second = open_page(opening, "192.0.2.1"), open_page(opening, "192.0.2.1")
    assert first == second
    assert (Fundraiser.objects.count(), Mail.objects.count()) == (1, 1)


def test_pages_of_the_same_title_have_addresses_of_their_own(opening):
    pages = [open_page(replace(opening, key=new_key()), "192.0.2.1") for _ in range(3)]
    assert len({page.slug for page in pages}) == 3
    assert all(page.slug.startswith("zoe-court") for page in pages)
    assert Supporter.objects.count() == 1


@pytest.mark.parametrize("title", ["Ouvrir", "お誕生日", "!?", "envoyée"])
def test_no_title_takes_a_word_of_ours_or_none(opening, title):
    page = open_page(replace(opening, words=replace(opening.words, title=title)), "")
    assert page.slug not in ("", "ouvrir", "envoyee")
    assert page.get_absolute_url() == f"/collectes/{page.slug}/"


def test_a_closed_fund_is_refused(opening):
    opening.fund.is_open = False
    with pytest.raises(FundClosed):
        open_page(opening, "")
    assert not Supporter.objects.exists()


def test_what_is_refused_leaves_nothing_behind(opening):
    words = replace(opening.words, name="Épicerie du Pont")
    with pytest.raises(NotYourName):
        open_page(replace(opening, words=words), "")
    assert not Supporter.objects.exists()
    assert not Mail.objects.exists()


def test_a_network_has_its_share(opening):
    for _ in range(MOST_PER_NETWORK):
        open_page(replace(opening, key=new_key()), "192.0.2.1")
    with pytest.raises(TooManyPages):
        open_page(replace(opening, key=new_key()), "192.0.2.1")
    open_page(replace(opening, key=new_key()), "198.51.100.1")


def test_a_strangers_mailbox_is_not_filled(opening):
    for number in range(30):
        open_page(replace(opening, key=new_key()), f"192.0.{number}.1")
    assert Mail.objects.count() == 10
