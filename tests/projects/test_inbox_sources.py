"""What waits among projects stands in the team's inbox, with its age."""

import pytest
from django.utils import timezone

from projects.domain.post_news import post_news
from projects.inbox_sources import SOURCES, may_read_projects
from projects.models import Project
from users.inbox import sources_for

pytestmark = pytest.mark.django_db


def test_each_of_them_once(project, sent, make_offer, mo, make_user):
    waiting, offer = sent("b@example.org", title="Nouveau"), make_offer()
    news = post_news(project, "k", "Une roue")
    Project.objects.filter(pk=project.pk).update(proposed={"town": "B"}, proposed_at=timezone.now())
    found = {}
    for source in SOURCES:
        [row] = source.waiting()
        found[source.kind] = source.entry(row)
    assert found["project"].key == str(waiting.pk)
    assert found["project_change"].key == str(project.pk)
    assert found["project_news"].key == str(news.pk)
    assert found["godparent"].key == str(offer.pk)
    assert all(entry.link.startswith("/admin/projects/") for entry in found.values())
    assert may_read_projects(mo)
    assert not may_read_projects(make_user("gast"))
    assert {source.kind for source in SOURCES} <= {source.kind for source in sources_for(mo)}


def test_taken_care_of_from_the_inbox(sent, mo):
    project = sent()
    SOURCES[0].owners.hand_over(str(project.pk), mo, mo, None)
    assert Project.objects.get().assigned_to == mo
