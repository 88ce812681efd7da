"""Projects are shared, have cards without their proposers' words, and own their meters."""

import pytest

from audience.shared import shared_of
from campaigns.card_sources import card_sources
from campaigns.counted_places import counted_place
from projects.domain.shared_projects import (
    project_cards,
    projects_without_codes,
    search_projects,
)

pytestmark = pytest.mark.django_db


def test_shared(project, sent):
    hidden = sent("b@example.org", title="Autre")
    found = shared_of("project", str(project.pk))
    assert (found.title, found.address) == (project.title, project.get_absolute_url())
    assert shared_of("project", str(hidden.pk)) is None
    assert [shared_of("project", key) for key in ("", "x", "²", "9" * 30)] == [None] * 4
    assert projects_without_codes(9) == [(str(project.pk), project.meter_id)]
    assert search_projects("roues", 9) == [str(project.pk)]
    assert search_projects("autre", 9) == []


def test_cards_say_nothing_that_could_not_be_taken_back(project):
    [(key, card)] = project_cards()
    assert key == str(project.pk)
    assert "soupe" not in f"{card.title}{card.moment}{card.figure}"
    assert "project" in card_sources()


def test_whose_likes_a_meter_counts(project):
    place = counted_place(project.meter_id)
    assert (place.title, place.kinds) == (project.title, ("like",))
    type(project).objects.update(state="hidden")
    assert counted_place(project.meter_id) is None
