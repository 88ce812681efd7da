"""Public names are not confused, secret ones not guessed."""

from qa.models.keys import new_code, new_key


def test_codes_are_not_confused():
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert {len(code) for code in codes} == {10}
    assert not set("".join(codes)) & set("01ilo")


def test_keys_are_long_and_new():
    assert len(new_key()) == 22
    assert new_key() != new_key()
