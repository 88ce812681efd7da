"""Who declined a text does not decline it again after an objection, if anybody else could."""

import pytest

from qa.domain.decide import decide
from qa.domain.second_look import ensure_second_look
from qa.enums import Action
from qa.refusals import SamePersonTwice

pytestmark = pytest.mark.django_db


def test_somebody_else_looks(make_question, mo, make_user):
    question = decide(make_question(), Action.REJECT, user=mo, reason="insult")
    ensure_second_look(question, mo)
    question.objection = "Ce n’est pas une insulte."
    ensure_second_look(question, mo)
    zoe = make_user("zoe", "qa.moderate_text")
    ensure_second_look(question, zoe)
    with pytest.raises(SamePersonTwice):
        ensure_second_look(question, mo)
