"""News wait for the team; sent twice they are one; taken back they are gone."""

import pytest

from projects.domain.post_news import MOST_A_DAY, news_of, post_news, take_back_news
from projects.models import ProjectNews
from projects.refusals import NewsEmpty, NotShown, TooManyNews
from qa.enums import TextState
from qa.models import Decision, StopList

pytestmark = pytest.mark.django_db


def test_they_wait(project):
    news = post_news(project, "k", "  Une roue 🎉 ")
    assert (news.text, news.state) == ("Une roue 🎉", TextState.PENDING)
    assert post_news(project, "k", "Autre chose") == news
    assert list(news_of(project)) == [news]


def test_what_is_not_taken(project, sent):
    with pytest.raises(NewsEmpty):
        post_news(project, "k", " \u200b ")
    with pytest.raises(NotShown):
        post_news(sent("b@example.org"), "k", "Une roue")
    for number in range(MOST_A_DAY):
        post_news(project, f"k{number}", "Une roue")
    with pytest.raises(TooManyNews):
        post_news(project, "last", "Une roue")


def test_the_filter_holds_them(project):
    StopList.objects.create(name="A", words="casino", mode="hold")
    assert post_news(project, "k", "Au casino").state == TextState.HELD


def test_taken_back(project):
    news = post_news(project, "k", "Une roue")
    take_back_news(project, "nothing")
    take_back_news(project, news.code)
    assert not ProjectNews.objects.exists()
    told = Decision.objects.filter(kind="project_news")
    assert {one.after["words"] for one in told} == {""}
