"""What may be told of it."""

from django.utils.translation import override

from fundraising.news_form import NewsForm


def test_it_says_what_may_be_told():
    with override("en"):
        assert "kilometres run" in NewsForm().fields["text"].help_text
