"""A question has a public name and a secret one; a voter has one row for it."""

import pytest
from django.db import IntegrityError, transaction

from qa.models.question import new_code, new_key

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_names_are_not_guessed_or_confused():
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert {len(code) for code in codes} == {10}
    assert not set("".join(codes)) & set("01ilo")
    assert len(new_key()) == 22


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
