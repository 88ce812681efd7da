"""News are public while they and their page are."""

import pytest

from fundraising.models import Fundraiser, News
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_of_a_page_that_is_shown(make_news):
    news = make_news()
    assert str(news) == news.words == "Trois kilomètres."
    assert (news.author_name, news.where, news.language) == ("Zoé", "Zoé court", "fr")
    assert news.owner.email == "zoe@example.org"
    assert news.get_absolute_url() == f"{news.fundraiser.get_absolute_url()}#{news.code}"
    for of_news, of_page, is_public in (
        (TextState.APPROVED, TextState.APPROVED, True),
        (TextState.PENDING, TextState.APPROVED, False),
        (TextState.APPROVED, TextState.HIDDEN, False),
    ):
        News.objects.update(state=of_news)
        Fundraiser.objects.update(state=of_page)
        assert News.objects.get().is_public is is_public
        assert News.objects.public().exists() is is_public
