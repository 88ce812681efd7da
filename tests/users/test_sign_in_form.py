"""The door of the CMS speaks one language at a time."""

import pytest
from django.urls import reverse
from django.utils import translation

from users.sign_in_form import SignInForm


@pytest.mark.parametrize(("language", "label"), [("fr", "Mot de passe"), ("en", "Password")])
def test_the_password_has_a_label(language, label):
    with translation.override(language):
        assert str(SignInForm().fields["password"].label) == label


def test_it_stands_at_the_door(client, db):
    assert "Mot de passe" in client.get(reverse("wagtailadmin_login")).content.decode()
