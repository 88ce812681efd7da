"""Pictures and lists for templates."""

import pytest
from django.template import Context, Template

from fundraising.gateways.page_pictures import keep_picture

pytestmark = pytest.mark.django_db


def test_pages_of_a_cause(fundraiser, fund, make_page_of):
    make_page_of(state="pending")
    template = Template(
        "{% load collections %}{% collections_for cause as pages %}"
        "{% for page in pages %}{{ page.slug }}{% endfor %}"
    )
    assert template.render(Context({"cause": fund.cause})) == fundraiser.slug


def test_where_a_picture_is():
    name = keep_picture(b"x")
    template = Template("{% load collections %}{{ name|picture_address }}")
    assert template.render(Context({"name": name})) == f"/uploads/{name}"
    assert template.render(Context({"name": ""})) == ""


def test_what_sponsors_add(fund, matching):
    template = Template(
        "{% load collections %}{% fund_of cause as fund %}{% matches_for fund as matches %}"
        "{% for match in matches %}{{ match.sponsor }}{% endfor %}"
    )
    assert template.render(Context({"cause": fund.cause})) == "Radis &amp; Fils"
    assert template.render(Context({"cause": None})) == ""
