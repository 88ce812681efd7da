"""The team agrees to a change of a shown page, or declines it."""

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from audience.models import Mail
from fundraising.domain.decide_change import approve_change, decline_change
from fundraising.gateways.page_pictures import keep_picture
from qa.models import Decision
from qa.refusals import MayNotDecide, NothingProposed, ReasonMissing, StaleCommand

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(make_page_of):
    return make_page_of(proposed={"title": "Zoé nage"}, proposed_at=timezone.now())


def test_approved(changed, mo):
    page = approve_change(changed, mo, 0)
    assert (page.title, page.proposed, page.proposed_at) == ("Zoé nage", {}, None)
    assert Decision.objects.get().decided_by == mo
    assert Mail.objects.get().about.endswith(":changed")
    with pytest.raises(NothingProposed):
        approve_change(page, mo, 1)


@pytest.mark.django_db(transaction=True)
def test_declined_with_a_reason_and_its_picture_is_forgotten(make_page_of, mo):
    picture = keep_picture(b"x")
    page = make_page_of(proposed={"picture": picture}, proposed_at=timezone.now())
    with pytest.raises(ReasonMissing):
        decline_change(page, mo, 0, " ")
    page = decline_change(page, mo, 0, "On y voit quelqu’un d’autre.")
    assert (page.picture, page.proposed, page.note) == ("", {}, "On y voit quelqu’un d’autre.")
    assert not default_storage.exists(picture)
    assert Mail.objects.get().about.endswith(":unchanged")


def test_not_by_anybody_and_not_on_an_old_screen(changed, mo, make_user):
    with pytest.raises(MayNotDecide):
        approve_change(changed, make_user("ed"), 0)
    with pytest.raises(StaleCommand):
        approve_change(changed, mo, 3)
    changed.refresh_from_db()
    assert changed.title == "Zoé court"
