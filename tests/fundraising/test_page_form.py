"""What the forms of a page take, and what they say when they do not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fundraising.page_form import OpenForm

pytestmark = pytest.mark.django_db


def test_a_page_needs_little(form_of_a_page, fund):
    form = OpenForm(form_of_a_page)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["goal"] == 300_00
    assert form.cleaned_data["fund"] == fund


@pytest.mark.parametrize("name", ["name", "reason", "goal", "email", "ends_on", "fund", "occasion"])
def test_each_fault_stands_at_its_field(form_of_a_page, name):
    form = OpenForm(form_of_a_page | {name: ""})
    assert list(form.errors) == [name]


@pytest.mark.parametrize("days", [-1, 367])
def test_days_that_nobody_waits_for(form_of_a_page, days):
    day = timezone.localdate() + timedelta(days=days)
    form = OpenForm(form_of_a_page | {"ends_on": f"{day:%Y-%m-%d}"})
    assert list(form.errors) == ["ends_on"]


def test_120_characters_and_no_more(form_of_a_page):
    assert OpenForm(form_of_a_page | {"reason": "x" * 120}).is_valid()
    form = OpenForm(form_of_a_page | {"reason": "x" * 121})
    assert "121" in form.errors["reason"][0]


def test_closed_funds_are_not_offered(form_of_a_page, fund):
    fund.is_open = False
    fund.save()
    assert list(OpenForm(form_of_a_page).errors) == ["fund"]
