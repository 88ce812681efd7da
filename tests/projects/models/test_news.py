"""News are read where their project is."""

import pytest

from projects.domain.post_news import post_news
from projects.models import ProjectNews
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


def test_not_of_a_project_that_is_not_shown(project, mo):
    news = decide(post_news(project, "k", "Une roue"), Action.APPROVE, user=mo)
    assert news.is_public
    assert list(ProjectNews.objects.public()) == [news]
    assert news.get_absolute_url() == f"{project.get_absolute_url()}#{news.code}"
    assert news.get_private_url() == f"{project.get_private_url()}nouvelles/"
    assert (news.name, news.language, str(news)) == ("Odile", "fr", "Une roue")
    decide(project, Action.HIDE, user=mo)
    news = ProjectNews.objects.get()
    assert not news.is_public
    assert not ProjectNews.objects.public().exists()
