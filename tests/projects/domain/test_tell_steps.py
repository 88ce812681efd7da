"""What becomes of a project is told once, whatever happens meanwhile in the other room."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from audience.models import Mail, Subscription
from campaigns.enums import PledgeState
from projects.domain.adopt import adopt
from projects.domain.post_news import post_news
from projects.domain.tell_steps import tell_steps
from projects.enums import StepKind
from projects.models import Project, Step
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


@pytest.fixture
def follower(project) -> Subscription:
    return Subscription.objects.create(
        kind="project",
        key=project.code,
        email="lea@example.org",
        language="fr",
        state="confirmed",
        confirmed_at=timezone.now(),
    )


def kinds() -> list[str]:
    return list(Step.objects.order_by("pk").values_list("kind", flat=True))


def test_signed_later_withdrawn_later(project, make_pledge, mo, follower):
    pledge = make_pledge(state=PledgeState.PROPOSED)
    adopt(project, pledge, mo, project.version)
    assert tell_steps() == 0
    for state in (PledgeState.COUNTERSIGNED, PledgeState.DRAFT, PledgeState.SETTLED):
        pledge.state = state
        pledge.save()
        assert tell_steps() == 1
        assert tell_steps() == 0
    assert kinds() == [StepKind.PUBLISHED, StepKind.ADOPTED, StepKind.LOOKING, StepKind.DONE]
    assert Mail.objects.filter(subscription=follower, occasion="project_step").count() == 3


def test_news_are_told_once(project, mo, follower):
    news = post_news(project, "k" * 22, "Une roue est là.")
    assert tell_steps() == 0
    news = decide(news, Action.APPROVE, user=mo)
    type(news).objects.update(received_at=timezone.now())
    assert (tell_steps(), tell_steps()) == (1, 0)
    decide(decide(news, Action.HIDE, user=mo), Action.APPROVE, user=mo)
    assert tell_steps() == 0
    assert Mail.objects.filter(about=f"news:{news.pk}").count() == 1


def test_nothing_of_what_is_not_shown(project, make_pledge, mo):
    adopt(project, make_pledge(state=PledgeState.PROPOSED), mo, project.version)
    Project.objects.update(state="hidden")
    project.refresh_from_db()
    project.adoption.pledge.state = PledgeState.ACTIVE
    project.adoption.pledge.save()
    assert tell_steps() == 0


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_two_workers_tell_it_once(project, make_pledge, mo):
    pledge = make_pledge(state=PledgeState.PROPOSED)
    adopt(project, pledge, mo, project.version)
    pledge.state = PledgeState.ACTIVE
    pledge.save()

    def work(_: int) -> int:
        try:
            return tell_steps()
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, range(3))) == 1
    assert kinds() == [StepKind.PUBLISHED, StepKind.ADOPTED]
