"""Names of acts follow from where they came from."""

import re

from audience.domain.act_names import nonce_of


def test_always_the_same_name():
    assert nonce_of("sale", "seed", "0") == nonce_of("sale", "seed", "0")
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", nonce_of("sale", "seed", "0"))


def test_each_act_has_its_own():
    names = {nonce_of("sale", "seed", str(place)) for place in range(1_000)}
    assert len(names | {nonce_of("sale", "seed1", ""), nonce_of("code", "seed", "0")}) == 1_002
