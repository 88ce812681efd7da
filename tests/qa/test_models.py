"""A theme's address is unique in its language."""

import pytest
from django.db import IntegrityError, transaction

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_theme_is_named_and_its_address_is_its_own(make_theme):
    theme = make_theme("Argent")
    assert str(theme) == "Argent"
    with pytest.raises(IntegrityError), transaction.atomic():
        make_theme("Argent")


def test_it_has_a_twin_in_another_language(make_theme, english):
    theme = make_theme("Argent")
    copy = theme.copy_for_translation(english)
    copy.name = "Money"
    copy.save()
    assert copy.slug == theme.slug
    assert copy.translation_key == theme.translation_key
