"""Themes: what people debate."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from qa.models import Theme

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(hours=1), NOW + timedelta(hours=1)


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


@pytest.mark.parametrize(
    ("values", "is_open"),
    [
        ({}, True),
        ({"takes_questions": False}, False),
        ({"opens_at": BEFORE, "closes_at": AFTER}, True),
        ({"opens_at": NOW, "closes_at": AFTER}, True),
        ({"opens_at": AFTER}, False),
        ({"closes_at": NOW}, False),
    ],
)
def test_when_a_theme_takes_questions(make_theme, values, is_open):
    assert make_theme(**values).is_open(NOW) is is_open


def test_a_theme_closes_after_it_opens(make_theme):
    theme = make_theme(opens_at=AFTER, closes_at=BEFORE)
    with pytest.raises(ValidationError, match="après l’ouverture"):
        theme.clean()
