"""News wait for the team; sent twice they are one; taken back they are gone."""

import pytest
from django.core.files.storage import default_storage

from media.gateways.people_pictures import DescribedPicture
from projects.domain.erase_project import erase_project, exported_project
from projects.domain.post_news import (
    MOST_A_DAY,
    news_of,
    post_news,
    take_back_news,
)
from projects.gateways.project_pictures import address_of
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


def test_a_picture_comes_with_them(project, draw):
    news = post_news(
        project, "k", "Une roue", DescribedPicture(draw(), "  Une roue, ​toute ronde. ")
    )
    assert news.picture.startswith("images/projects/")
    assert news.picture_alt == news.says_of_picture == "Une roue, toute ronde."
    assert ProjectNews.objects.get().picture == news.picture
    assert default_storage.exists(news.picture)
    # The same form again keeps no second file.
    assert post_news(project, "k", "Une roue", DescribedPicture(draw())).picture == news.picture
    told = exported_project(project)["news"][0]
    assert (told["picture"], told["picture_alt"]) == (address_of(news.picture), news.picture_alt)


def test_without_words_for_it_a_picture_says_who_chose_it(project, draw):
    assert post_news(project, "k", "Une roue", DescribedPicture(draw())).says_of_picture == (
        "Image choisie par Odile"
    )


def test_the_filter_reads_what_stands_for_a_picture(project, draw):
    StopList.objects.create(name="A", words="casino", mode="hold")
    news = post_news(project, "k", "Une roue", DescribedPicture(draw(), "La roue du casino"))
    assert news.state == TextState.HELD


@pytest.mark.parametrize("is_erased", [False, True])
def test_a_picture_goes_with_its_news(project, draw, is_erased, django_capture_on_commit_callbacks):
    news = post_news(project, "k", "Une roue", DescribedPicture(draw(), "Une roue ronde"))
    with django_capture_on_commit_callbacks(execute=True):
        if is_erased:
            erase_project(project)
        else:
            take_back_news(project, news.code)
    assert not default_storage.exists(news.picture)
    told = Decision.objects.filter(kind="project_news")
    assert {one.after["picture_alt"] for one in told} == {""}
