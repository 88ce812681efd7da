"""A project is adopted while its pledge is signed: read from the pledge, whatever that goes through."""

import pytest
from django.utils import timezone

from campaigns.domain.withdraw_pledge import withdraw_pledge
from campaigns.enums import PledgeState
from projects.domain.standing import linked_pledge, of_standing, signed_pledge, standing_of
from projects.enums import Standing
from projects.models import Adoption, Project

pytestmark = pytest.mark.django_db
S = PledgeState
STANDINGS = {
    S.DRAFT: Standing.LOOKING,
    S.PROPOSED: Standing.LOOKING,
    S.COUNTERSIGNED: Standing.ADOPTED,
    S.ACTIVE: Standing.ADOPTED,
    S.CAPPED: Standing.ADOPTED,
    S.EXPIRED: Standing.ADOPTED,
    S.LATE: Standing.ADOPTED,
    S.SETTLED: Standing.DONE,
    S.BROKEN: Standing.LOOKING,
}


def fresh(project: Project) -> Project:
    return Project.objects.get(pk=project.pk)


@pytest.mark.parametrize(("state", "standing"), STANDINGS.items())
def test_each_state_of_a_pledge(project, make_pledge, state, standing):  # noqa: F811
    Adoption.objects.create(project=project, pledge=make_pledge(state=state))
    assert standing_of(fresh(project)) == standing
    assert [s for s in Standing if of_standing(Project.objects.all(), s).exists()] == [standing]


def test_without_a_pledge(project):
    assert linked_pledge(project) is None
    assert standing_of(project) == Standing.LOOKING
    project.done_at = timezone.now()
    assert standing_of(project) == Standing.DONE


def test_a_withdrawn_offer_leaves_it_looking(project, make_pledge, admin):
    pledge = make_pledge(state=S.COUNTERSIGNED, activated_at=None)
    Adoption.objects.create(project=project, pledge=pledge)
    assert signed_pledge(fresh(project)) == pledge
    withdraw_pledge(admin, pledge)
    assert signed_pledge(fresh(project)) is None
    assert of_standing(Project.objects.all(), "looking").exists()


def test_an_amended_pledge_is_the_same_promise(project, make_pledge):
    first = make_pledge(state=S.AMENDED)
    second = make_pledge(replaces=first)
    Adoption.objects.create(project=project, pledge=first)
    assert signed_pledge(fresh(project)) == second
    assert of_standing(Project.objects.all(), "adopted").exists()
