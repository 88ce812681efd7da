"""The same words are found again under other letters, marks and signs."""

import pytest

from qa.domain.fold import LONGEST_FOLD, fold


@pytest.mark.parametrize(
    "words",
    ["Où est l’ÉTÉ ?", "  ou est  l'ete", "ou\nest l ete !!!", "o\u200bu\u0301 e\u202est l été"],
)
def test_disguises_come_off(words):
    assert fold(words) == "ou est l ete"


def test_other_scripts_stay():
    assert fold("چرا سیب‌زمینی؟") == "چرا سیبزمینی"
    assert fold("🥕") == ""


def test_a_fold_fits_its_column():
    assert len(fold("ﷺ" * 200)) == LONGEST_FOLD


def test_letters_that_look_alike_are_alike():
    assert fold("соurgе") == fold("courge")  # noqa: RUF001 (two letters are Cyrillic)
    assert fold("cοurge") == fold("courge")  # noqa: RUF001 (one letter is Greek)
