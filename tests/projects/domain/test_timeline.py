"""What became of a project: steps, news and its pledge's, the latest first."""

import pytest

from campaigns.domain.announce import announce
from campaigns.enums import NewsEvent
from projects.domain.adopt import adopt
from projects.domain.post_news import post_news
from projects.domain.timeline import of_step, timeline
from projects.enums import StepKind
from projects.models import Project, Step
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


def test_all_of_it_dated(project, make_pledge, mo):
    pledge = make_pledge()
    announce(pledge, NewsEvent.LATE)
    news = post_news(project, "k", "Une roue est là.")
    assert [one.anchor for one in timeline(project)] == [f"step-{Step.objects.get().pk}"]
    decide(news, Action.APPROVE, user=mo)
    adopt(project, pledge, mo, project.version)
    told = timeline(Project.objects.get(pk=project.pk))
    assert len(told) == 4
    assert [one.at for one in told] == sorted((one.at for one in told), reverse=True)
    words = " ".join(f"{one.headline} {one.sentence}" for one in told)
    assert "Coop La Fourche" in words
    assert "Une roue est là." in words


@pytest.mark.parametrize("kind", list(StepKind))
def test_each_step_has_its_words(project, kind):
    told = of_step(Step.objects.create(project=project, kind=kind))
    assert told.headline
    assert told.sentence
