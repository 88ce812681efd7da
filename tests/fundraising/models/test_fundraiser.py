"""What a collection page knows of itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fundraising.models import Fundraiser
from qa.enums import Action, TextState

pytestmark = pytest.mark.django_db


def test_it_is_over_when_closed_or_late(make_page_of):
    today = timezone.localdate()
    last = make_page_of(ends_on=today)
    assert (last.is_over, last.days_left) == (False, 0)
    late = make_page_of(ends_on=today - timedelta(days=1))
    assert (late.is_over, late.days_left) == (True, 0)
    closed = make_page_of(closed_at=timezone.now())
    assert closed.is_over
    assert list(Fundraiser.objects.collecting(today)) == [last]


@pytest.mark.parametrize("state", TextState)
def test_only_public_ones_collect(make_page_of, state):
    page = make_page_of(state=state)
    collects = Fundraiser.objects.collecting(timezone.localdate()).exists()
    assert collects is page.is_public
    assert page.is_draft is (state == TextState.DRAFT)


def test_nobody_else_rewrites_a_supporters_words():
    assert Action.EDIT not in Fundraiser.deeds
    assert {Action.APPROVE, Action.REJECT, Action.REMOVE, Action.FREEZE} <= Fundraiser.deeds


def test_a_decision_keeps_what_visitors_read(fundraiser):
    assert fundraiser.told() | {"title": "Zoé court", "name": "Zoé"} == fundraiser.told()
    assert str(fundraiser) == fundraiser.where == "Zoé court"
