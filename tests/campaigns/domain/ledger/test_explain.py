"""What the page says is what the code does."""

import pytest

from audience.domain.credit_acts import MOST_PER_NETWORK
from audience.domain.erase_addresses import KEPT
from audience.enums import Reason
from campaigns.domain.ledger.accounts import Sums
from campaigns.domain.ledger.explain import explain_counting

pytestmark = pytest.mark.django_db


def test_the_rule_names_the_limits_in_force(settings):
    settings.ACTS_PER_NETWORK = 7
    counting = explain_counting()
    assert (counting.version, counting.acts_per_network, counting.window_minutes) == (4, 7, 10)
    assert counting.address_days == KEPT.days
    assert counting.credited_per_network == MOST_PER_NETWORK


def test_every_reason_is_shown_with_its_figure(three_batches, act, settings):
    settings.ACTS_PER_NETWORK = 1
    act(2, refusal=Reason.BOT)
    act(2, network="école")
    counting = explain_counting()
    figures = {why.code: why.count for why in counting.refused}
    assert set(figures) == set(Reason.values) - {""}
    assert sum(figures.values()) == counting.acts.refused == figures["bot"] == 2
    assert [(why.code, why.count) for why in counting.to_verify] == [("busy_network", 1)]
    assert [(row.unit, row.sums) for row in counting.units] == [
        ("g", Sums(40_000_000, 10_000, 500))
    ]
    assert counting.head.batch == 3
