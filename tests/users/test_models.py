"""The people who log in."""

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from users.models import Charge, User

pytestmark = pytest.mark.django_db


def test_the_user_is_ours():
    assert get_user_model() is User
    assert User._meta.label == "users.User"


def test_a_member_logs_into_the_cms_and_a_stranger_does_not(house, admin, client):
    assert (
        client.post("/admin/login/", {"username": "admin", "password": "wrong"}).status_code == 200
    )
    assert client.get("/admin/").status_code == 302
    client.post("/admin/login/", {"username": "admin", "password": "secret"})
    assert client.get("/admin/").status_code == 200


def test_one_charge_a_thing(admin):
    charge = Charge.objects.create(kind="notice", key="7", owner=admin)
    assert str(charge) == "notice 7: admin"
    with pytest.raises(IntegrityError), transaction.atomic():
        Charge.objects.create(kind="notice", key="7")
    admin.delete()
    charge.refresh_from_db()
    assert str(charge) == "notice 7: –"
