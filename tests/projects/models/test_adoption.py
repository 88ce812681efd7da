"""One pledge a project, one project a pledge: the database says so."""

import pytest
from django.db import IntegrityError, transaction

from projects.models import Adoption, Step

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_one_each(project, publish, make_pledge):
    pledge = make_pledge()
    other = publish("b@example.org", title="Autre")
    adoption = Adoption.objects.create(project=project, pledge=pledge)
    for values in ({"project": other, "pledge": pledge}, {"project": project}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Adoption.objects.create(**{"pledge": make_pledge()} | values)
    assert project.title in str(adoption)


def test_a_step_is_called_what_it_is(project):
    assert project.title in str(Step.objects.get())


def test_a_draft_that_is_deleted_takes_the_link_along(project, make_pledge):
    pledge = make_pledge(state="draft", clauses=())
    Adoption.objects.create(project=project, pledge=pledge)
    pledge.delete()
    assert not Adoption.objects.exists()
