"""News have words, and not too many."""

from fundraising.models import LONGEST_NEWS
from fundraising.news_form import NewsForm


def test_words_are_needed_and_counted():
    assert NewsForm({"text": "x" * LONGEST_NEWS}).is_valid()
    for text in ("", "  ", "x" * (LONGEST_NEWS + 1)):
        assert "text" in NewsForm({"text": text}).errors
