"""Proposing: a draft and a mail, once, within limits."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from audience.models import Mail
from projects.domain import propose_project as module
from projects.domain.propose_project import Proposal, free_slugs, propose_project
from projects.models import Project
from projects.refusals import TooManyProposed, TooManyWaiting
from qa.models import Decision
from qa.models.keys import new_key

pytestmark = pytest.mark.django_db


def test_a_draft_that_nobody_reads(propose):
    project = propose(picture=b"jpeg")
    assert project.is_draft
    assert project.slug == "des-roues-pour-la-soupe"
    assert default_storage.exists(project.picture)
    assert [mail.occasion for mail in Mail.objects.all()] == ["project_link"]
    assert not Decision.objects.exists()


def test_the_same_form_twice(words):
    proposal = Proposal(new_key(), "Odile@example.org", words())
    assert propose_project(proposal, "") == propose_project(proposal, "")
    assert Project.objects.get().email == "odile@example.org"
    assert Mail.objects.count() == 1


def test_the_same_project_by_another_form(propose):
    assert propose() == propose()
    assert Mail.objects.count() == 2
    assert propose(email="ines@example.org") != propose()


def test_addresses_of_the_same_name(propose):
    first, second = propose(), propose(email="ines@example.org")
    assert second.slug.startswith(f"{first.slug}-")
    assert propose(title="Proposer").slug != "proposer"
    assert propose(title="🚲").slug
    assert all(slug not in module.TAKEN for slug in free_slugs("Entrer"))


def test_five_of_a_mailbox_wait(sent):
    for number in range(5):
        sent(title=f"Numéro {number}")
    with pytest.raises(TooManyWaiting):
        sent(title="Numéro 6")
    sent("ines@example.org", title="Numéro 6")


def test_a_network_has_its_share(words, monkeypatch):
    monkeypatch.setattr(module, "MOST_PER_NETWORK", 1)
    propose_project(Proposal(new_key(), "a@example.org", words()), "192.0.2.1")
    with pytest.raises(TooManyProposed):
        propose_project(Proposal(new_key(), "b@example.org", words()), "192.0.2.1")


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_a_form_pressed_four_times_at_once(words):
    proposal = Proposal(new_key(), "odile@example.org", words())

    def press(_: int) -> int:
        try:
            return propose_project(proposal, "").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(press, range(4)))
    assert made == {Project.objects.get().pk}
    assert Mail.objects.count() == 1
