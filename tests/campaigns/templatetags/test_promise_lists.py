"""Promises in templates."""

import pytest
from django.template import Context, Template

SHOWN = Template(
    "{% load promise_lists %}{% promises_of meter as found %}"
    "{% for one in found %}{{ one.tally }}{% endfor %}"
)


@pytest.mark.django_db
def test_the_promises_of_a_meter(make_pledge, meter, act):
    make_pledge()
    act(3)
    assert SHOWN.render(Context({"meter": meter})) == "3"
    assert SHOWN.render(Context({"meter": None})) == ""


@pytest.mark.django_db
def test_they_are_read_once_for_each_version(make_pledge, meter, act, django_assert_num_queries):
    make_pledge()
    meter.refresh_from_db()
    before = SHOWN.render(Context({"meter": meter}))
    with django_assert_num_queries(0):
        assert SHOWN.render(Context({"meter": meter})) == before
    act()
    meter.refresh_from_db()
    assert SHOWN.render(Context({"meter": meter})) == "1"
