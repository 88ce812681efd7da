"""Thanks have words, and not too many."""

from fundraising.models import LONGEST_THANKS
from fundraising.thanks_form import ThanksForm


def test_words_are_needed_and_counted():
    assert ThanksForm({"words": "Merci"}).is_valid()
    assert ThanksForm({"words": "x" * LONGEST_THANKS}).is_valid()
    for words in ("", "   ", "x" * (LONGEST_THANKS + 1)):
        assert "words" in ThanksForm({"words": words}).errors
