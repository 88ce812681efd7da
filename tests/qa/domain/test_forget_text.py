"""Words that were noted elsewhere are forgotten too."""

import pytest

from qa.domain.decide import decide
from qa.domain.forget_text import forget_notes
from qa.enums import Action
from qa.models import Decision, StopList, StopMatch

pytestmark = pytest.mark.django_db


def test_a_chain_without_words(make_question, mo):
    question = decide(make_question(), Action.EDIT, user=mo, words="Canari ?")
    words = StopList.objects.create(name="Oiseaux", words="canari")
    words.matches.create(word="canari", kind="question", subject_id=question.pk)
    forget_notes(question)
    [kept] = Decision.objects.all()
    assert (kept.action, kept.before["words"], kept.after["words"]) == ("edit", "", "")
    assert not StopMatch.objects.exists()
