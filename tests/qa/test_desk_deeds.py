"""From what was pressed to the verb."""

import pytest
from django.http import QueryDict

from qa.desk import ON_DESK
from qa.desk_deeds import can_be_undone, do, said_of
from qa.enums import Action
from qa.refusals import DoesNotFollow

pytestmark = pytest.mark.django_db


def test_each_deed_says_what_it_did():
    for deed in (*ON_DESK, "undo", "take"):
        assert said_of(deed)
    assert said_of("fly") == ""
    assert (can_be_undone("approve"), can_be_undone("undo")) == (True, False)


def test_words_are_cleaned(make_question, mo):
    form = QueryDict(mutable=True)
    form.update({"deed": Action.EDIT, "words": "Qui\u200b l’a  croquée ?"})
    assert do(make_question(), mo, form, 0).words == "Qui l’a croquée\u00a0?"
    with pytest.raises(DoesNotFollow):
        do(make_question(), mo, QueryDict("deed=fly"), 0)
