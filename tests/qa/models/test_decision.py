"""A decision is written once, and a version has one."""

import pytest
from django.db import IntegrityError, transaction

from qa.models import Decision, DecisionIsForEver

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def a_decision(**values):
    return Decision.objects.create(
        **{
            "kind": "question",
            "subject_id": 1,
            "version": 1,
            "action": "approve",
            "before": {},
            "after": {},
            **values,
        }
    )


def test_a_decision_is_for_ever():
    decision = a_decision(note="Bien vu.")
    assert str(decision) == "montrer — Bien vu."
    with pytest.raises(DecisionIsForEver):
        decision.save()
    with pytest.raises(DecisionIsForEver):
        decision.delete()


def test_a_version_has_one_decision():
    a_decision()
    a_decision(version=2)
    a_decision(kind="comment")
    with pytest.raises(IntegrityError), transaction.atomic():
        a_decision(action="reject")
