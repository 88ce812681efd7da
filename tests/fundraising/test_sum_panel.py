"""The warning stands on the first screen of those who keep the books."""

import pytest
from django.utils import timezone

from fundraising.models import GiftWarning

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("right", "is_shown"), [("fundraising.keep_books", True), ("", False)])
def test_on_the_first_screen(client, make_user, fund, right, is_shown):
    GiftWarning.objects.create(
        organisation=fund.beneficiary, year=timezone.localdate().year, sum_cents=1
    )
    client.force_login(make_user("lea", *filter(None, [right])))
    page = client.get("/admin/").content.decode()
    assert ("Épicerie du Pont" in page) is is_shown
    assert ("87-571" in page) is is_shown
