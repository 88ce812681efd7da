"""Debates are on the menu as soon as there is one."""

import pytest
from django.core.cache import cache

from qa.domain.menu_acts import debates

pytestmark = pytest.mark.django_db


def test_debates(house, make_theme):
    assert debates() == ""
    make_theme()
    cache.clear()
    assert debates() == "/themes/"
