"""Texts that ask the same lie together."""

from qa.domain.fold import fold
from qa.domain.group_alike import group_alike
from qa.models import Question


def test_groups_keep_their_place():
    texts = [
        Question(pk=number, text=text, fold=fold(text))
        for number, text in enumerate(
            (
                "Qui paie les cagettes de légumes ?",
                "Pourquoi les radis piquent-ils ?",
                "Les cagettes de légumes, qui les paie ?",
                "Combien coûte un camion ?",
                "Mais qui paie les cagettes ?",
            )
        )
    ]
    groups = group_alike(texts, "fr")
    assert [[one.pk for one in group] for group in groups] == [[0, 2, 4], [1], [3]]
    assert group_alike([], "fr") == []
