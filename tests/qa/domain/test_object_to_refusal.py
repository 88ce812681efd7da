"""An author objects once, and the text waits again."""

import pytest

from qa.domain.decide import decide
from qa.domain.moderation_figures import _appealed
from qa.domain.object_to_refusal import may_object_to_refusal, object_to_refusal
from qa.enums import Action, TextState
from qa.refusals import NothingToObjectTo, ObjectionMissing, SamePersonTwice

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def declined(make_question, mo):
    return decide(make_question(), Action.REJECT, user=mo, reason="insult")


def test_it_waits_again_with_the_objection(declined, mo, make_user):
    assert may_object_to_refusal(declined)
    question = object_to_refusal(declined, " Ce n’est pas une insulte. ")
    assert (question.state, question.objection, question.refused_for) == (
        TextState.PENDING, "Ce n’est pas une insulte.", ""
    )  # fmt: skip
    assert sum(_appealed().values()) == 1
    zoe = make_user("zoe", "qa.moderate_text")
    with pytest.raises(SamePersonTwice):
        decide(question, Action.REJECT, user=mo, reason="insult")
    question = decide(question, Action.REJECT, user=zoe, reason="insult")
    with pytest.raises(NothingToObjectTo):
        object_to_refusal(question, "Encore.")


@pytest.mark.parametrize(
    ("state", "words", "refusal"),
    [("rejected", " ", ObjectionMissing), ("approved", "Non.", NothingToObjectTo)],
)
def test_not_without_words_nor_to_nothing(make_question, state, words, refusal):
    question = make_question(state=state)
    with pytest.raises(refusal):
        object_to_refusal(question, words)
