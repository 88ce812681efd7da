"""An objection: once, in time, with words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qa.domain.object_to_decision import WITHIN, may_object, object_to_decision
from qa.models import Notice
from qa.refusals import NothingToObjectTo, ObjectionMissing

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def decided(make_notice):
    return make_notice(state="dismissed", decided_at=timezone.now(), version=1)


def test_once(decided):
    assert may_object(decided)
    notice = object_to_decision(decided, " Mais si. ")
    assert (notice.redress, notice.version, notice.is_open) == ("Mais si.", 2, True)
    assert object_to_decision(decided, "Mais si.").version == 2
    with pytest.raises(NothingToObjectTo):
        object_to_decision(decided, "Encore !")
    assert Notice.objects.open().get() == notice


def test_not_without_words_a_decision_or_in_time(decided, make_notice):
    with pytest.raises(ObjectionMissing):
        object_to_decision(decided, " ")
    with pytest.raises(NothingToObjectTo):
        object_to_decision(make_notice(), "Mais si.")
    Notice.objects.update(decided_at=timezone.now() - WITHIN - timedelta(minutes=1))
    with pytest.raises(NothingToObjectTo):
        object_to_decision(decided, "Mais si.")
