"""Codes are easy to type, and a wrong one shows before anybody looks it up."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audience.domain.code_text import (
    ALPHABET,
    LENGTH,
    check_symbol,
    digest_of,
    digests_of,
    new_code,
    printed,
    read_code,
)
from audience.errors import CodeEmpty, CodeMistyped

codes = st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1).map(
    lambda symbols: symbols + check_symbol(symbols)
)
places = st.integers(0, LENGTH - 1)


def test_new_codes_differ_and_are_read():
    made = {new_code() for _ in range(1_000)}
    assert len(made) == 1_000
    assert all(read_code(printed(code)) == code for code in made)


def test_as_it_is_printed():
    assert printed("7K3MQ2RT9X0V") == "7K3M-Q2RT-9X0V"
    assert not set("ILOU") & set(ALPHABET)


@given(codes)
def test_any_way_of_typing(code):
    typed = f"  {printed(code).lower()} ".replace("0", "o").replace("1", "l").replace("-", " – ")
    assert read_code(typed) == code
    assert read_code(code.replace("1", "i")) == code


@given(codes, places, st.sampled_from(ALPHABET))
def test_one_wrong_symbol_shows(code, place, symbol):
    assume(code[place] != symbol)
    with pytest.raises(CodeMistyped):
        read_code(code[:place] + symbol + code[place + 1 :])


@given(codes, places, places)
def test_two_symbols_that_changed_places_show(code, one, other):
    assume(code[one] != code[other])
    symbols = list(code)
    symbols[one], symbols[other] = symbols[other], symbols[one]
    with pytest.raises(CodeMistyped):
        read_code("".join(symbols))


@given(st.text(max_size=100))
def test_nothing_typed_breaks_it(typed):
    try:
        code = read_code(typed)
    except (CodeEmpty, CodeMistyped):
        return
    assert len(code) == LENGTH


@pytest.mark.parametrize("typed", ["", "   ", "\n"])
def test_nothing_typed(typed):
    with pytest.raises(CodeEmpty):
        read_code(typed)


def test_only_a_keyed_hash_is_kept(settings):
    code = new_code()
    before = digest_of(code)
    assert code not in before
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "another"
    assert digest_of(code) != before
    settings.SECRET_KEY_FALLBACKS = [old]
    assert digests_of(code) == [digest_of(code), before]
