"""The milestone that was reached last, with its day."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from campaigns.domain.cards.dated_figures import dated_figures, figure_words
from campaigns.models import MilestoneReached

pytestmark = pytest.mark.django_db
KG = 1_000


@pytest.fixture
def pledge(make_pledge):
    return make_pledge(milestones=[{"acts": acts, "title": str(acts)} for acts in (10, 100, 1000)])


def reach(pledge, acts, day):
    MilestoneReached.objects.create(
        milestone=pledge.milestones.get(acts=acts),
        act_number=acts,
        reached_at=datetime(2026, 3, day, 23, 30, tzinfo=UTC),
    )


def test_before_the_first_the_promise_speaks(pledge):
    assert dated_figures() == {}
    assert figure_words({}, pledge.meter_id, "1 clic = 2 kg") == ("1 clic = 2 kg", "")
    assert figure_words({}, None, "") == ("", "")


def test_the_last_one_in_words_on_the_site_s_day(pledge):
    reach(pledge, 10, 3)
    reach(pledge, 100, 5)
    figures = dated_figures()
    assert figures[pledge.meter_id].quantity == 200 * KG
    with override("fr"):
        words = figure_words(figures, pledge.meter_id, "")
    assert words == ("200\xa0kg de légumes", "le 6 mars 2026")
    with override("en"):
        assert figure_words(figures, pledge.meter_id, "")[1] == "on March 6, 2026"


def test_drafts_and_replaced_versions_say_nothing(pledge):
    reach(pledge, 10, 3)
    for state in ("amended", "draft"):
        pledge.state = state
        pledge.save()
        assert dated_figures() == {}
