"""Parts of projects for templates."""

import pytest

from campaigns.enums import PledgeState
from projects.domain.adopt import adopt
from projects.models import Project
from projects.templatetags import project_parts as parts

pytestmark = pytest.mark.django_db


def test_amounts_as_people_say_them():
    for quantity, unit, goods, shown in (
        (None, "item", "chaises", ""),
        (40, "item", "chaises", "40 chaises"),
        (40, "item", "", "40"),
        (250_000, "g", "légumes", "250\u00a0kg de légumes"),
        (2_800_00, "cent", "vélo", "2\u202f800\u00a0€"),
    ):
        project = Project(quantity=quantity, unit=unit, goods=goods)
        assert parts.amount_needed(project).replace("\u202f", "\u00a0") == shown.replace(
            "\u202f", "\u00a0"
        )


def test_standing_and_its_colour(project, make_pledge, mo, like):
    like(project)
    assert (parts.standing(project), parts.standing_colour(project)) == ("looking", "sun")
    assert (parts.godparent(project), parts.project_promise(project)) == ("", None)
    assert parts.project_likes(project).counted == 1
    signed = make_pledge(state=PledgeState.COUNTERSIGNED, activated_at=None)
    adopted = adopt(project, signed, mo, project.version)
    assert (parts.godparent(adopted), parts.project_promise(adopted)) == ("Coop La Fourche", None)
    assert parts.standing_colour(adopted) == "leek"
    assert parts.project_followed(project.code) == project
    assert parts.project_followed("nothing") is None
    assert len(parts.project_timeline(project)) == 2
    assert parts.project_picture("") == ""


def test_a_running_pledge_is_shown_in_numbers(project, make_pledge, mo):
    pledge = make_pledge()
    adopted = adopt(project, pledge, mo, project.version)
    assert parts.project_promise(adopted).pledge == pledge


def test_what_a_proposer_wants_to_change():
    project = Project(proposed={"field": "health", "quantity": None, "town": "Bron"})
    found = {name: (label, value) for name, label, value in parts.wanted_changes(project)}
    assert found["field"][1] != "health"
    assert found["quantity"][1] == ""
    assert found["town"][1] == "Bron"
