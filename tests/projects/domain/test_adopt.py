"""One godparent each: linked on what was seen, and only to a pledge that is free."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from audience.models import Mail
from campaigns.enums import PledgeState
from projects.domain.adopt import adopt, free_pledges, part
from projects.domain.standing import standing_of
from projects.enums import Standing, StepKind
from projects.models import Adoption, Project, Step
from projects.refusals import AlreadyAdopted, NoPledge, NotShown, PledgeNotFree
from qa.models import Decision
from qa.refusals import MayNotDecide, ReasonMissing, StaleCommand

pytestmark = pytest.mark.django_db


def test_adopted_by_a_signed_pledge(project, make_pledge, mo):
    pledge = make_pledge(state=PledgeState.COUNTERSIGNED, activated_at=None)
    adopted = adopt(project, pledge, mo, project.version)
    assert standing_of(adopted) == Standing.ADOPTED
    decision = Decision.objects.last()
    assert (decision.before["pledge"], decision.after["pledge"]) == (None, pledge.pk)
    assert Step.objects.first().sponsor == pledge.sponsor.name
    assert Mail.objects.filter(about__endswith=":adopted").exists()
    pledge.refresh_from_db()
    assert pledge.state == PledgeState.COUNTERSIGNED
    with pytest.raises(AlreadyAdopted):
        adopt(adopted, make_pledge(), mo, adopted.version)


def test_one_that_is_not_signed_gives_way(project, make_pledge, mo):
    offered, signed = make_pledge(state=PledgeState.PROPOSED), make_pledge()
    waiting = adopt(project, offered, mo, project.version)
    assert standing_of(waiting) == Standing.LOOKING
    assert not Step.objects.filter(kind=StepKind.ADOPTED).exists()
    adopted = adopt(waiting, signed, mo, waiting.version)
    assert Adoption.objects.get().pledge == signed
    assert standing_of(adopted) == Standing.ADOPTED


@pytest.mark.parametrize("state", [PledgeState.DRAFT, PledgeState.BROKEN, PledgeState.AMENDED])
def test_not_to_what_is_no_offer(project, make_pledge, mo, state):
    with pytest.raises(PledgeNotFree):
        adopt(project, make_pledge(state=state), mo, project.version)
    with pytest.raises(PledgeNotFree):
        adopt(project, None, mo, project.version)


def test_one_pledge_one_project(project, publish, make_pledge, mo):
    pledge = make_pledge()
    other = publish("b@example.org", title="Autre")
    adopt(project, pledge, mo, project.version)
    with pytest.raises(PledgeNotFree):
        adopt(other, pledge, mo, other.version)
    assert not free_pledges().exists()
    pledge.state = PledgeState.AMENDED
    pledge.save()
    third = make_pledge(replaces=make_pledge(replaces=pledge, state=PledgeState.AMENDED))
    with pytest.raises(PledgeNotFree):
        adopt(other, third, mo, other.version)


def test_parted_with_a_reason(project, make_pledge, mo):
    adopted = adopt(project, make_pledge(), mo, project.version)
    with pytest.raises(ReasonMissing):
        part(adopted, mo, adopted.version, " ")
    with pytest.raises(StaleCommand):
        part(adopted, mo, project.version, "Erreur.")
    alone = part(adopted, mo, adopted.version, "Mauvais engagement.")
    assert standing_of(alone) == Standing.LOOKING
    assert Step.objects.first().kind == StepKind.LOOKING
    with pytest.raises(NoPledge):
        part(alone, mo, alone.version, "Encore.")


def test_by_whom_and_what(sent, make_pledge, mo, make_user):
    waiting = sent()
    with pytest.raises(NotShown):
        adopt(waiting, make_pledge(), mo, waiting.version)
    with pytest.raises(MayNotDecide):
        adopt(waiting, make_pledge(), make_user("gast"), waiting.version)


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_four_colleagues_at_once(project, make_pledge, mo):
    pledges = [make_pledge() for _ in range(4)]

    def press(pledge) -> bool:
        try:
            adopt(Project.objects.get(pk=project.pk), pledge, mo, project.version)
        except (StaleCommand, AlreadyAdopted):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(press, pledges)) == 1
    assert Adoption.objects.count() == 1
    assert Step.objects.filter(kind=StepKind.ADOPTED).count() == 1
