"""The editor sees what a contract gives before anybody signs it."""

import pytest
from django.utils.translation import override

from campaigns.domain.clauses import terms_from
from campaigns.domain.preview_pledge import preview_terms

T, KG = 1_000_000, 1_000


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def shown(terms) -> list[tuple[int, str]]:
    return [(row.acts, row.gives.replace("\xa0", " ")) for row in preview_terms(terms, "g").rows]


def test_the_grower_read_as_a_rise():
    terms = terms_from([("base", 110 * T, None, None), ("per_act", 2 * KG, None, None)], 150 * T)
    assert shown(terms) == [(0, "110 t"), (10_000, "130 t"), (20_000, "150 t"), (20_001, "150 t")]


def test_the_grower_read_as_a_leap():
    terms = terms_from(
        [("base", 110 * T, None, None), ("threshold", 40 * T, 20_000, None)], 150 * T
    )
    assert shown(terms) == [
        (0, "110 t"),
        (10_000, "110 t"),
        (19_999, "110 t"),
        (20_000, "150 t"),
        (20_001, "150 t"),
    ]
    assert [row.percent for row in preview_terms(terms, "g").rows] == [73, 73, 73, 100, 100]


@pytest.mark.parametrize(
    ("clauses", "warning"),
    [
        ([("match", 50, None, None)], "never give anything"),
        ([("threshold", 4, 3, None)], "can never reach the ceiling"),
        ([("base", 9, None, None)], "acts change nothing"),
        ([("per_act", 2, None, None)], None),
    ],
)
def test_what_an_editor_should_think_about(clauses, warning):
    warnings = preview_terms(terms_from(clauses, 9), "g").warnings
    assert [warning in one for one in warnings] == ([True] if warning else [])
