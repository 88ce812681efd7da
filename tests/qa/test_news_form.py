"""News are a few words, and a few more for the picture."""

from qa.models import LONGEST_ALT, LONGEST_NEWS
from qa.news_form import ToldNewsForm


class Form(ToldNewsForm):
    text_help = "Des radis."


def test_words_are_needed_and_counted():
    assert Form({"text": "🎉" * LONGEST_NEWS, "picture_alt": "x" * LONGEST_ALT}).is_valid()
    for text in ("", "  ", "x" * (LONGEST_NEWS + 1)):
        assert "text" in Form({"text": text}).errors
    assert "picture_alt" in Form({"text": "x", "picture_alt": "x" * (LONGEST_ALT + 1)}).errors


def test_it_says_what_may_be_told():
    assert Form().fields["text"].help_text == "Des radis."
