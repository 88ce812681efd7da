"""Which days a report covers, and who can be given a link."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from audience.domain.reports.period import Period, last_days
from campaigns.models import Organisation
from campaigns.report_forms import MOST_DAYS, PeriodForm, ReportLinkForm


def days_ago(number: int) -> str:
    return (timezone.localdate() - timedelta(days=number)).isoformat()


@pytest.mark.parametrize(
    ("query", "days"),
    [({}, 30), ({"period": "7"}, 7), ({"period": "90"}, 90), ({"period": "8"}, 30)],
)
def test_the_last_days(query, days):
    form = PeriodForm(query)
    assert form.is_valid()
    assert form.chosen == last_days(days, timezone.localdate())
    assert form.preset == days


def test_typed_days_go_before_a_preset():
    form = PeriodForm({"period": "7", "first": days_ago(20), "last": days_ago(10)})
    assert len(form.chosen) == 11
    assert form.preset == 0


def test_the_longest_report():
    assert PeriodForm({"first": days_ago(MOST_DAYS - 1), "last": days_ago(0)}).is_valid()
    assert not PeriodForm({"first": days_ago(MOST_DAYS), "last": days_ago(0)}).is_valid()


@pytest.mark.parametrize(
    ("first", "last"), [("", 1), (1, ""), (1, 2), (1, -1), ("x", 1), (1, "2026-02-30")]
)
def test_days_that_are_refused_give_the_usual_ones(first, last):
    query = {
        name: days_ago(value) if isinstance(value, int) else value
        for name, value in (("first", first), ("last", last))
    }
    form = PeriodForm(query)
    assert not form.is_valid()
    assert form.errors
    assert form.chosen == last_days(30, timezone.localdate())


@given(st.dictionaries(st.sampled_from(["first", "last", "period"]), st.text(max_size=12)))
def test_whatever_is_typed_there_are_days(query):
    assert isinstance(PeriodForm(query).chosen, Period)


@pytest.mark.django_db
def test_sponsors_whose_pledge_took_effect(meter, make_pledge):
    make_pledge()
    make_pledge()
    make_pledge(sponsor=Organisation.objects.create(name="Brouillon"), state="draft")
    form = ReportLinkForm(meter_id=meter.pk)
    sponsors = list(form.fields["sponsor"].queryset)
    assert [str(sponsor) for sponsor in sponsors] == ["Coop La Fourche"]
    assert form["sponsor"].initial == sponsors[0]
    make_pledge(sponsor=Organisation.objects.create(name="Autre"))
    assert ReportLinkForm(meter_id=meter.pk)["sponsor"].initial is None
