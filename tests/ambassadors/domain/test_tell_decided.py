"""A decision about an alias is in the ranking at once."""

import pytest

from ambassadors.domain.rank import standings_this_week
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


def test_hidden_at_once(make_ambassador, bring, mo):
    one = make_ambassador()
    bring(one, 1)
    assert standings_this_week()
    decide(one, Action.HIDE, user=mo)
    assert standings_this_week() == []
