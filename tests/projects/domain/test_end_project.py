"""Done, going on, off the site."""

import pytest

from projects.domain.end_project import finish_project, resume_project, withdraw_project
from projects.domain.standing import standing_of
from projects.enums import Standing, StepKind
from projects.models import Step
from projects.refusals import NotShown
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_done_and_on_again(project):
    done = finish_project(finish_project(project))
    assert standing_of(done) == Standing.DONE
    assert standing_of(resume_project(done)) == Standing.LOOKING
    steps = list(Step.objects.order_by("pk").values_list("kind", flat=True))
    assert steps == [StepKind.PUBLISHED, StepKind.DONE, StepKind.LOOKING]


def test_only_what_everybody_sees(sent):
    with pytest.raises(NotShown):
        finish_project(sent())


def test_withdrawn(project):
    assert withdraw_project(project).state == TextState.WITHDRAWN
