"""What can be followed is told from above."""

from audience.subjects import subject_at, subject_of
from tests.audience.following import garden  # noqa: F401


def test_a_subject_is_found_by_kind_and_by_address(garden):  # noqa: F811
    assert subject_of("garden", "7") == subject_at("jardin", "7") == garden


def test_others_are_not(garden):  # noqa: F811
    assert subject_of("garden", "8") is None
    assert subject_of("jardin", "7") is None
    assert subject_at("garden", "7") is None
