"""The team's accounts are of our own kind from the first migration."""

import pytest
from django.contrib.auth import get_user_model

from users.models import User


@pytest.mark.django_db
def test_accounts_are_ours():
    assert get_user_model() is User
    person = User.objects.create_user("zoe", password="secret")
    assert person.check_password("secret")
    assert not person.is_staff
