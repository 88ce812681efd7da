"""The grower's sentence in both readings."""

import pytest

from campaigns.domain.give import terms_of
from campaigns.domain.pledge_presets import PRESETS, preset_pledge

T, KG = 1_000_000, 1_000


@pytest.mark.parametrize(
    ("name", "before", "after"), [("linear", 2 * KG, 0), ("threshold", 40 * T, 0)]
)
def test_a_preset_computes(name, before, after):
    terms = terms_of(preset_pledge(name))
    assert (terms.units(0), terms.units(20_000)) == (110 * T, 150 * T)
    assert (terms.gift(20_000), terms.gift(20_001)) == (before, after)


def test_only_those_we_have():
    assert preset_pledge("free lunch") is None
    assert set(PRESETS) == {"linear", "threshold"}
