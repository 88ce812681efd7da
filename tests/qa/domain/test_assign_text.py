"""Texts are given to people who have work on the desk."""

import pytest

from qa.domain.assign_text import assign_text, colleagues
from qa.refusals import MayNotDecide, NobodyToAssign

pytestmark = pytest.mark.django_db


def test_given_and_taken_back(make_question, mo, make_user):
    zoe = make_user("zoe", "qa.sort_text")
    question = assign_text(make_question(), zoe.pk, mo, 0)
    assert question.assigned_to == zoe
    assert assign_text(question, None, zoe).assigned_to is None


def test_not_to_everybody(make_question, mo, make_user):
    ed = make_user("ed")
    gone = make_user("gone", "qa.sort_text", is_active=False)
    chief = make_user("chief", is_superuser=True)
    assert set(colleagues()) == {mo, chief}
    for stranger in (ed.pk, gone.pk, -1):
        with pytest.raises(NobodyToAssign):
            assign_text(make_question(), stranger, mo)
    with pytest.raises(MayNotDecide):
        assign_text(make_question(), mo.pk, ed)
