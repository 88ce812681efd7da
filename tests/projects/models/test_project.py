"""A project, as it is called and where it stands."""

import pytest

from projects.models import Project
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_its_addresses_and_byline(project):
    assert str(project) == project.where == project.title
    assert project.get_absolute_url() == "/projets/des-roues-pour-la-soupe/"
    assert project.get_private_url() == f"/mes-projets/{project.code}/"
    assert project.byline == "Odile, Les Louches libres"
    assert Project(name="Odile").byline == "Odile"


def test_the_stages(mo):
    stages = {str(Project(state=state).stage) for state in TextState}
    assert len(stages) >= 7
    assert Project(state="pending").stage != Project(state="pending", assigned_to=mo).stage
    assert Project(state="draft").is_draft


def test_a_decision_keeps_all_that_is_read(project):
    told = project.told()
    assert {"title", "story", "for_whom", "town", "organisation", "pledge"} <= told.keys()
    assert told["pledge"] is None
