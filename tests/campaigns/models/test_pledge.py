"""A pledge among its versions."""

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from campaigns.models import Pledge

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_versions_and_the_one_in_force(make_pledge):
    first = make_pledge(state="amended")
    second = make_pledge(state="active", replaces=first, version=2)
    third = make_pledge(state="draft", replaces=second, version=3)
    for one in (first, second, third):
        assert Pledge.objects.get(pk=one.pk).versions == [first, second, third]
    assert (first.latest, second.latest) == (second, second)


def test_the_public_sees_what_took_effect(make_pledge):
    states = ("draft", "proposed", "countersigned", "active", "late", "settled", "broken")
    made = [make_pledge(state=state) for state in states]
    assert set(Pledge.objects.public()) == set(made[3:])


@pytest.mark.parametrize("values", [{"unlocked": 11}, {"unlocked": 4, "delivered": 5}])
def test_the_database_keeps_the_order(make_pledge, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_pledge(cap=10, **values)


def test_goods_and_milestones_speak_two_languages(make_pledge):
    pledge = make_pledge([], [{"acts": 1, "title": "Un", "title_en": "One"}], goods_en="carrots")
    milestone = pledge.milestones.get()
    with override("en"):
        assert (pledge.goods_here, milestone.title_here) == ("carrots", "One")
    with override("fr"):
        assert (pledge.goods_here, milestone.title_here) == ("légumes", "Un")
