"""Who finds supporters' pages in the menu."""

import pytest

pytestmark = pytest.mark.django_db
LINK = "/admin/collections-of-supporters/"


@pytest.mark.parametrize(("right", "is_shown"), [("qa.moderate_text", True), ("", False)])
def test_in_the_menu_of_those_who_decide(client, make_user, right, is_shown):
    client.force_login(make_user("ana", *filter(None, [right])))
    assert (LINK in client.get("/admin/").content.decode()) is is_shown


@pytest.mark.parametrize(("right", "is_shown"), [("fundraising.keep_books", True), ("", False)])
def test_receipts_in_the_menu_of_those_who_keep_books(client, make_user, right, is_shown):
    client.force_login(make_user("lea", *filter(None, [right])))
    assert ("/admin/tax-receipts/" in client.get("/admin/").content.decode()) is is_shown
