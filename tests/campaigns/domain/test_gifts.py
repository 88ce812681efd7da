"""Quantities of things, as people say them."""

import pytest
from django.utils import translation

from campaigns.domain.gifts import describe_gifts, gift_label, goods_of
from campaigns.models import Pledge


@pytest.mark.parametrize(
    ("language", "unit", "goods", "quantity", "label"),
    [
        ("fr", "g", "légumes", 2_000, "2\xa0kg de légumes"),
        ("fr", "g", "oignons", 2_000, "2\xa0kg d’oignons"),
        ("fr", "g", "haricots", 500, "500\xa0g de haricots"),
        ("fr", "ml", "huile", 2_000, "2\xa0L d’huile"),
        ("fr", "item", "jouets", 3, "3 jouets"),
        ("en", "g", "légumes", 2_000, "2\xa0kg of vegetables"),
        ("en", "item", "jouets", 3, "3 vegetables"),
    ],
)
def test_labels(language, unit, goods, quantity, label):
    pledge = Pledge(unit=unit, goods=goods, goods_en="vegetables")
    with translation.override(language):
        assert gift_label(quantity, pledge) == label
        assert label.endswith(goods_of(pledge))


def test_without_english_the_french_word_stays():
    with translation.override("en"):
        assert goods_of(Pledge(unit="g", goods="légumes")) == "of légumes"


@pytest.mark.django_db
def test_what_an_act_gave_in_words(make_pledge):
    one, two = make_pledge(), make_pledge(unit="item", goods="jouets")
    gifts = [[one.pk, 2_000], [two.pk, 3]]
    assert describe_gifts(gifts, "fr") == "2\xa0kg de légumes, 3 jouets"
    assert describe_gifts([], "fr") == ""
