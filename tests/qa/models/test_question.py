"""Questions come in the order of their votes; a voter has one row for each."""

import pytest
from django.db import IntegrityError, transaction

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_first_wanted_come_first(make_question):
    make_question("Deux ?", total=2)
    make_question("Trois ?", total=3)
    theme = make_question("Trois aussi ?", total=3).theme
    assert [str(one) for one in theme.questions.all()] == ["Trois ?", "Trois aussi ?", "Deux ?"]


def test_what_a_decision_keeps_of_it(make_question):
    question = make_question(label="courges")
    assert question.told() == {
        "state": "pending",
        "words": "Qui a mangé la dernière courge ?",
        "refused_for": "",
        "note": "",
        "frozen_for": "",
        "label": "courges",
        "is_starred": False,
        "assigned_to": None,
        "merged_into": None,
    }


def test_a_voter_has_one_row_for_a_question(make_question, make_vote):
    question = make_question()
    assert str(make_vote(question, "ana")) == f"1 for {question.pk}"
    for voter, value in [("ana", 0), ("bo", 2)]:
        with pytest.raises(IntegrityError), transaction.atomic():
            make_vote(question, voter, value)
