"""Changes: at once while it waits, by the team once everybody reads it."""

import pytest
from django.core.files.storage import default_storage

from projects.domain.change_project import Change, change_project
from projects.refusals import NotToChange, ProposalEmpty
from qa.domain.decide import decide
from qa.enums import Action, TextState
from qa.refusals import StaleCommand

pytestmark = pytest.mark.django_db


def test_at_once_while_it_waits(sent, words):
    project = sent()
    changed = change_project(project, Change(words(town="Bron"), b"jpeg"), project.version)
    assert (changed.town, changed.state, changed.proposed) == ("Bron", TextState.PENDING, {})
    assert default_storage.exists(changed.picture)


def test_what_everybody_reads_waits(project, words, django_capture_on_commit_callbacks):
    wanted = words(town="Bron", quantity=3, unit="item")
    changed = change_project(project, Change(wanted, b"jpeg"), project.version)
    assert changed.town == "Lyon"
    assert changed.proposed.keys() == {"town", "quantity", "picture"}
    picture = changed.proposed["picture"]
    kept = change_project(changed, Change(words(town="Bron")), changed.version)
    assert kept.proposed == {"town": "Bron", "picture": picture}
    with django_capture_on_commit_callbacks(execute=True):
        without = change_project(kept, Change(words(), b""), kept.version)
    assert without.proposed == {}
    assert without.proposed_at is None
    assert not default_storage.exists(picture)


def test_an_old_screen(project, words):
    with pytest.raises(StaleCommand):
        change_project(project, Change(words(town="Bron")), 0)


def test_nothing_is_half_changed(project, words):
    with pytest.raises(ProposalEmpty):
        change_project(project, Change(words(need=" ")), project.version)
    project.refresh_from_db()
    assert project.proposed == {}


def test_not_what_was_withdrawn(project, words):
    gone = decide(project, Action.WITHDRAW, user=None)
    with pytest.raises(NotToChange):
        change_project(gone, Change(words()), gone.version)
