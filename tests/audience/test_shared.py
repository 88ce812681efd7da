"""What can be shared is told from above."""

from audience.shared import keys_named, listers, shared_of
from tests.audience.sharing import leek  # noqa: F401


def test_a_subject_is_found_by_its_kind_and_key(leek):  # noqa: F811
    assert shared_of("leek", "7") == leek
    assert shared_of("leek", "9") is None
    assert shared_of("onion", "7") is None


def test_who_lists_what_has_no_codes(leek):  # noqa: F811
    assert list(listers()) == ["leek"]
    assert listers()["leek"](10) == [("8", None)]


def test_which_are_called_so(leek):  # noqa: F811
    assert keys_named("Poireau", 5) == {"leek": ["7"]}
    assert keys_named("radis", 5) == {"leek": []}
