"""Who sees the entry of the menu, and which rights there are."""

import pytest
from django.test import RequestFactory

from ambassadors.wagtail_hooks import offer_permissions, show_in_menu

pytestmark = pytest.mark.django_db


def test_the_menu(make_user, mo):
    item, request = show_in_menu(), RequestFactory().get("/admin/")
    reader = make_user("reader", "ambassadors.view_contact")
    for user, is_shown in ((mo, True), (reader, True), (make_user("nobody"), False)):
        request.user = user
        assert item.is_shown(request) is is_shown


def test_rights():
    assert {one.codename for one in offer_permissions()} == {"view_contact", "change_contact"}
