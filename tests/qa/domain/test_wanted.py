"""What a voter wants is told to them alone."""

import pytest
from django.utils import timezone

from qa.domain.voters import Voter
from qa.domain.wanted import is_wanted_by, wanted_by

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_wishes(make_question, make_vote):
    mine, taken_back, others = (make_question(text) for text in ("Une ?", "Deux ?", "Trois ?"))
    make_vote(mine, "zoe")
    make_vote(taken_back, "zoe", value=0)
    make_vote(others, "max")
    zoe = Voter("zoe", timezone.now())
    assert wanted_by(zoe, mine.theme_id) == [mine.code]
    assert wanted_by(zoe, mine.theme_id + 1) == []
    assert [is_wanted_by(zoe, one) for one in (mine, taken_back, others)] == [True, False, False]
