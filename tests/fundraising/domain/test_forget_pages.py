"""Drafts that nobody sent are forgotten; what was sent stays."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from audience.models import MailboxLink
from fundraising.domain.forget_pages import DRAFTS_KEPT, WAITS_FOR_THANKS, forget_pages
from fundraising.domain.sign_in import make_link
from fundraising.gateways.page_pictures import keep_picture
from fundraising.models import Donation, Fundraiser, Supporter
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_old_drafts_and_who_has_nothing_left(make_page_of, make_supporter):
    old = timezone.now() - DRAFTS_KEPT - timedelta(days=1)
    kept = make_page_of("lea@example.org", received_at=old)
    picture = keep_picture(b"x")
    make_page_of(state=TextState.DRAFT, received_at=old, picture=picture)
    Supporter.objects.update(made_at=old)
    young = make_supporter("new@example.org")
    forget_pages()
    assert list(Fundraiser.objects.all()) == [kept]
    assert set(Supporter.objects.all()) == {kept.owner, young}
    assert not default_storage.exists(picture)


def test_an_address_that_waits_for_thanks_in_vain_is_forgotten(make_page_of, make_gift, tell):
    long_ago = timezone.localdate() - WAITS_FOR_THANKS - timedelta(days=1)
    over = make_gift(make_page_of(ends_on=long_ago), thanks_email="a@example.org")
    tell(over)
    old = timezone.now() - WAITS_FOR_THANKS * 1.1
    never = make_gift(begun_at=old, thanks_email="b@example.org")
    waits = make_gift(thanks_email="c@example.org")
    forget_pages()
    assert list(Donation.objects.exclude(thanks_email="")) == [waits]
    assert never != over


def test_a_draft_whose_owner_came_back_lately_stays(make_page_of):
    old = timezone.now() - DRAFTS_KEPT - timedelta(days=1)
    draft = make_page_of(state=TextState.DRAFT, received_at=old)
    make_link(draft.owner, draft)
    make_link(draft.owner)
    assert forget_pages() == 0
    MailboxLink.objects.all().delete()
    assert forget_pages() == 1
