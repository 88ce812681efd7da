"""Questions and notices stand in the inbox until they are decided."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qa.enums import TextState
from qa.inbox_sources import NOTICES, QUESTIONS, may_moderate

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def test_questions_that_wait(make_question, mo):
    new = make_question(received_at=NOW, assigned_to=mo)
    old = make_question(received_at=NOW - timedelta(days=1), state=TextState.HELD)
    make_question(state=TextState.APPROVED)
    assert list(QUESTIONS.waiting()) == [old, new]
    entry = QUESTIONS.entry(new)
    assert (entry.key, entry.title, entry.owner) == (str(new.pk), new.text, mo)
    assert (entry.since, entry.within) == (NOW, timedelta(hours=48))
    assert entry.link.endswith(f"?theme={new.theme_id}")


def test_notices_that_wait(make_notice):
    decided = {"state": "dismissed", "decided_at": NOW}
    make_notice(**decided)
    new = make_notice(filed_at=NOW - timedelta(hours=2))
    objected = make_notice(filed_at=NOW - timedelta(days=9), redress_at=NOW, **decided)
    assert list(NOTICES.waiting()) == [new, objected]
    assert NOTICES.entry(objected).since == NOW
    assert NOTICES.entry(new).link.endswith(f"/notices/{new.pk}/")


def test_whose_work_it_is(mo, lea, make_user):
    pia = make_user("pia", "qa.present_question")
    assert [may_moderate(one) for one in (mo, lea, pia)] == [True, False, False]
    assert [NOTICES.may_see(one) for one in (mo, lea, pia)] == [True, True, False]
