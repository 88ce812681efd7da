"""The demo's projects were proposed, read and adopted for real."""

import pytest

from audience.models import Mail
from campaigns.models import Organisation
from portal.demo.projects import CAMPAIGN, PROJECTS, make_projects
from projects.domain.show_likes import likes_of_one
from projects.domain.standing import of_standing
from projects.models import Offer, Project
from tests.campaigns.conftest import make_pledge, meter  # noqa: F401

pytestmark = pytest.mark.django_db


def test_at_every_stage(admin, house, make_campaign, make_pledge, meter):  # noqa: F811
    make_pledge(sponsor=Organisation.objects.create(name="La Fourche"))
    page = make_campaign(meter=meter)
    for _ in range(2):
        make_projects(admin, {CAMPAIGN: page})
    assert Project.objects.count() == len(PROJECTS)
    assert Project.objects.waiting().count() == sum(not text.is_published for text in PROJECTS)
    shown = Project.objects.public()
    assert of_standing(shown, "adopted").count() == 1
    assert of_standing(shown, "looking").count() == shown.count() - 1
    for text in PROJECTS:
        project = Project.objects.get(email=text.email)
        assert likes_of_one(project).counted == text.likes
        assert bool(project.picture) is bool(text.character)
    assert Offer.objects.waiting().count() == 1
    assert not Mail.objects.exists(), "nobody reads the mailboxes of the demo"
