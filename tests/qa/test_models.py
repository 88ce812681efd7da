"""Themes: what people debate."""

import pytest
from django.db import IntegrityError, transaction

from qa.models import Theme

pytestmark = pytest.mark.django_db


def test_themes_are_sorted_by_name(make_theme):
    for name in ("Temps", "Argent"):
        make_theme(name)
    assert [str(theme) for theme in Theme.objects.all()] == ["Argent", "Temps"]


def test_an_address_is_used_once_in_each_language(make_theme, english):
    theme = make_theme()
    theme.copy_for_translation(english).save()
    assert Theme.objects.filter(slug="argent").count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        make_theme()
