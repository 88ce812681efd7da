"""Which projects stand in which list."""

import pytest
from django.utils import timezone

from projects.domain.list_projects import projects_to_decide, sent_projects, shown_projects
from projects.domain.post_news import post_news
from projects.models import Project

pytestmark = pytest.mark.django_db


def test_only_what_is_published_is_shown(propose, sent, project):
    draft, waiting = propose(title="Brouillon"), sent(title="En attente")
    assert list(shown_projects()) == [project]
    assert list(sent_projects()) == [waiting, project]
    assert draft not in sent_projects()


def test_by_field_and_standing(project):
    assert list(shown_projects("looking", "food")) == [project]
    assert list(shown_projects("adopted")) == []
    assert list(shown_projects("", "health")) == []
    assert list(shown_projects("nonsense")) == [project]


def test_the_longest_wait_first(project, publish, sent, make_offer):
    news = publish("b@example.org", title="Avec nouvelles")
    changed = publish("c@example.org", title="Changé")
    publish("d@example.org", title="Tranquille")
    waiting = sent("e@example.org", title="Nouveau")
    offered = make_offer().project
    post_news(news, "k" * 22, "Une roue.")
    Project.objects.filter(pk=changed.pk).update(proposed={"town": "B"}, proposed_at=timezone.now())
    assert list(projects_to_decide()) == [waiting, offered, news, changed]
