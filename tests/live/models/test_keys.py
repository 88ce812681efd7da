"""Names and secrets cannot be guessed, and a digest does not open what it is made from."""

from live.models.keys import digest_of, new_public_key, new_secret


def test_no_two_are_the_same():
    for make, length in ((new_public_key, 16), (new_secret, 22)):
        found = {make() for _ in range(1000)}
        assert len(found) == 1000
        assert {len(name) for name in found} == {length}


def test_a_digest_is_the_same_each_time_and_not_the_secret():
    assert digest_of("a") == digest_of("a") != digest_of("b")
    assert len(digest_of("a")) == 64
    assert digest_of(digest_of("a")) != digest_of("a")
