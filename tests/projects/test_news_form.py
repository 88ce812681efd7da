"""News are a few words."""

from projects.news_form import NewsForm


def test_words_are_needed_and_few():
    assert not NewsForm({"text": " "}).is_valid()
    assert not NewsForm({"text": "x" * 501}).is_valid()
    assert NewsForm({"text": "Une roue 🎉"}).is_valid()
