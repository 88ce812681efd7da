"""Only what can be decided now, and by this person, is offered."""

import pytest

from qa.enums import NoticeVerdict, TextState
from qa.notice_forms import NoticeForm, ToAuthorForm, WhyForm, verdicts_for

pytestmark = pytest.mark.django_db


def test_verdicts_follow_state_and_right(make_question, mo, lea):
    shown = make_question(state=TextState.APPROVED)
    assert verdicts_for(shown, mo) == ["keep", "hide", "reject"]
    assert verdicts_for(shown, lea) == ["keep", "remove"]
    assert verdicts_for(make_question(state=TextState.ON_AIR), mo) == ["keep"]
    hidden = make_question(state=TextState.HIDDEN)
    assert verdicts_for(hidden, lea) == ["gone", "remove"]
    assert verdicts_for(make_question(state=TextState.REMOVED), lea) == ["gone"]
    assert verdicts_for(None, lea) == ["gone"]


def test_a_verdict_needs_its_answer():
    form = NoticeForm({"verdict": "keep"}, verdicts=[NoticeVerdict.KEEP])
    assert list(form.errors) == ["answer"]
    form = NoticeForm({"verdict": "hide", "answer": "Oui."}, verdicts=[NoticeVerdict.KEEP])
    assert list(form.errors) == ["verdict"]


def test_long_notes_are_not_cut_in_silence():
    assert "note" in ToAuthorForm({"note": "a" * 301}).errors
    assert "why" in WhyForm({"why": "a" * 301}).errors
    assert "why" in WhyForm({}).errors
