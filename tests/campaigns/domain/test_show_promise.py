"""What a promise looks like from outside."""

import pytest
from django.utils import translation

from audience.domain.snapshot import snapshot_of
from campaigns.domain.show_promise import promise_of, promises_of
from campaigns.enums import PledgeState
from tests.campaigns.conftest import KG

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

GROWER = [
    {"kind": "base", "quantity": 110_000 * KG, "sort_order": 0},
    {"kind": "per_act", "quantity": 2 * KG, "sort_order": 1},
]


def test_its_rules_are_sentences(make_pledge):
    pledge = make_pledge(GROWER, cap=150_000 * KG, goods_en="vegetables")
    with translation.override("en"):
        assert promise_of(pledge).rules == (
            "110\xa0t of vegetables are given outright",
            "1 click or 1 view = 2\xa0kg of vegetables",
        )


def test_its_way(make_pledge, act):
    steps = [{"acts": 2, "title": "Deux"}, {"acts": 4, "title": "Quatre"}]
    pledge = make_pledge(milestones=steps, cap=600 * KG)
    act(3)
    pledge.refresh_from_db()
    promise = promise_of(pledge)
    assert [(step.acts, bool(step.reached_at)) for step in promise.steps] == [(2, True), (4, False)]
    assert promise.next_step.title == "Quatre"
    assert (promise.tally, promise.unlocked, promise.percent) == (3, 6 * KG, 1.0)


def test_what_the_next_act_gives(make_pledge, act):
    pledge = make_pledge(cap=3 * KG)
    assert promise_of(pledge).next_gift == "2\xa0kg de légumes"
    act()
    pledge.refresh_from_db()
    assert promise_of(pledge).next_gift == "1\xa0kg de légumes"
    act()
    pledge.refresh_from_db()
    promise = promise_of(pledge)
    assert (promise.next_gift, promise.is_open, promise.takes_acts) == ("", False, True)


@pytest.mark.parametrize(
    ("state", "is_shown"),
    [
        (PledgeState.DRAFT, False),
        (PledgeState.PROPOSED, False),
        (PledgeState.COUNTERSIGNED, False),
        (PledgeState.ACTIVE, True),
        (PledgeState.AMENDED, True),
        (PledgeState.LATE, True),
        (PledgeState.BROKEN, True),
    ],
)
def test_only_what_took_effect_is_public(make_pledge, meter, state, is_shown):
    make_pledge(state=state)
    assert bool(promises_of(meter)) is is_shown


def test_the_snapshot_has_figures_and_words_in_both_languages(make_pledge, meter, act):
    pledge = make_pledge(milestones=[{"acts": 1, "title": "Un"}])
    act()
    meter.refresh_from_db()
    [promise] = snapshot_of(meter)["promises"]
    assert (promise["pledge"], promise["unlocked"], promise["reached"]) == (pledge.pk, 2000, [1])
    assert promise["labels"]["fr"] == {"unlocked": "2\xa0kg", "tally": "1"}
    assert promise["labels"]["en"] == {"unlocked": "2\xa0kg", "tally": "1"}


def test_a_campaign_without_a_meter_promises_nothing():
    assert promises_of(None) == []


def test_a_fixed_number_of_queries(make_pledge, meter, django_assert_max_num_queries):
    for _ in range(3):
        make_pledge(milestones=[{"acts": 1, "title": "Un"}])
        with django_assert_max_num_queries(5):
            promises_of(meter)
