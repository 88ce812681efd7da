"""The team agrees to a change, or declines it with a reason."""

import pytest
from django.core.files.storage import default_storage

from audience.models import Mail
from projects.domain.change_project import Change, change_project
from projects.domain.decide_change import approve_change, decline_change
from qa.models import Decision
from qa.refusals import MayNotDecide, NothingProposed, ReasonMissing, StaleCommand

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(project, words):
    return change_project(project, Change(words(town="Bron"), b"jpeg"), project.version)


def test_approved(changed, mo):
    shown = approve_change(changed, mo, changed.version)
    assert (shown.town, shown.proposed, shown.proposed_at) == ("Bron", {}, None)
    assert Decision.objects.last().decided_by == mo
    assert Mail.objects.filter(about__endswith=":changed").exists()
    with pytest.raises(NothingProposed):
        approve_change(shown, mo, shown.version)


def test_declined(changed, mo, django_capture_on_commit_callbacks):
    picture = changed.proposed["picture"]
    with pytest.raises(ReasonMissing):
        decline_change(changed, mo, changed.version, " ")
    with django_capture_on_commit_callbacks(execute=True):
        kept = decline_change(changed, mo, changed.version, "Restez à Lyon.")
    assert (kept.town, kept.note) == ("Lyon", "Restez à Lyon.")
    assert not default_storage.exists(picture)


def test_by_whom_and_on_what(changed, mo, make_user):
    with pytest.raises(MayNotDecide):
        approve_change(changed, make_user("gast"), changed.version)
    with pytest.raises(StaleCommand):
        approve_change(changed, mo, changed.version - 1)
