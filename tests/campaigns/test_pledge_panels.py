"""The form of a pledge is built of our forms, rows included."""

from campaigns.forms import ClauseForm, MilestoneForm, PledgeForm
from campaigns.models import Pledge
from campaigns.pledge_panels import pledge_form


def test_rows_have_their_own_forms():
    form = pledge_form.bind_to_model(Pledge).get_form_class()
    assert issubclass(form, PledgeForm)
    assert issubclass(form.formsets["clauses"].form, ClauseForm)
    assert issubclass(form.formsets["milestones"].form, MilestoneForm)


def test_rows_know_the_pledge_around_them():
    pledge = Pledge(unit="ml")
    form = pledge_form.bind_to_model(Pledge).get_form_class()(instance=pledge)
    assert form.formsets["clauses"].empty_form.pledge is pledge
