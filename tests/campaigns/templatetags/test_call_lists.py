"""Calls to action in templates."""

import pytest
from django.template import Context, Template

pytestmark = pytest.mark.django_db


def test_the_calls_of_a_page(make_campaign):
    campaign = make_campaign(give_url="https://pont.example/donner")
    source = (
        "{% load call_lists %}{% calls_of page page as calls %}"
        "{% for call in calls %}{{ call.act }} {% endfor %}"
    )
    assert Template(source).render(Context({"page": campaign})) == "share give "
