"""Names and secrets: none twice, and nothing kept that opens a door."""

from live.models.keys import digest_of, new_public_key, new_secret


def test_no_two_are_alike():
    assert len({new_public_key() for _ in range(200)}) == 200
    assert len({new_secret() for _ in range(200)}) == 200


def test_what_is_kept_tells_nothing_of_the_secret():
    secret = new_secret()
    assert digest_of(secret) == digest_of(secret) != digest_of(secret + "x")
    assert len(digest_of(secret)) == 64
    assert secret not in digest_of(secret)
