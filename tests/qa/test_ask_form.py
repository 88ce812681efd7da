"""The form with which people ask."""

import pytest

from qa.ask_form import AskForm
from qa.enums import Naming

pytestmark = pytest.mark.django_db


def test_a_name_only_where_it_is_wanted(make_theme):
    assert list(AskForm(theme=make_theme()).fields) == ["text", "name", "email"]
    assert list(AskForm(theme=make_theme("Sans", naming=Naming.NEVER)).fields) == ["text", "email"]


def test_too_long_says_how_long(make_theme):
    form = AskForm({"text": "a" * 201}, theme=make_theme())
    assert "201" in form.errors["text"][0]
    assert "200" in form.errors["text"][0]
