"""Decisions are for ever, a contestation is of one thing."""

import pytest
from django.db import IntegrityError

from campaigns.models import Contestation, Ruling
from campaigns.models.claim import RulingIsForEver

pytestmark = pytest.mark.django_db


def test_a_decision_is_neither_changed_nor_deleted(make_claim):
    ruling = Ruling.objects.create(claim=make_claim(), kind="proven", reason="Vu.")
    ruling.reason = "Pas vu."
    with pytest.raises(RulingIsForEver):
        ruling.save()
    with pytest.raises(RulingIsForEver):
        ruling.delete()


def test_a_contestation_is_of_one_thing(make_contestation, make_pledge):
    assert make_contestation().subject == "Tout est bio"
    pledge = make_pledge()
    assert make_contestation(pledge=pledge).subject == str(pledge)
    with pytest.raises(IntegrityError):
        Contestation.objects.create(reason="Contre rien")
