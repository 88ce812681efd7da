"""A template asks for the newest card, where the page has any."""

import pytest
from django.template import Context, Template

from campaigns.models import ShareCard

pytestmark = pytest.mark.django_db
SOURCE = "{% load share_cards %}{% newest_card_of kind 7 as card %}[{{ card }}]"


def test_the_path(house):
    ShareCard.objects.create(kind="leek", key="7", digest="a" * 20)
    assert Template(SOURCE).render(Context({"kind": "leek"})) == f"[/cartes/{'a' * 20}.png]"


def test_a_page_without_cards(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Template(SOURCE).render(Context({})) == "[]"
