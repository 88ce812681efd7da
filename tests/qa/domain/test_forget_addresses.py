"""Addresses of askers, commenters and reporters go when they have served, not before."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.erase_addresses import KEPT, LONGEST
from audience.domain.queue_letter import queue_letter
from audience.models import Mail
from qa.domain.forget_addresses import forget_addresses
from qa.domain.object_to_decision import WITHIN
from qa.enums import NoticeState, TextState
from qa.models import Comment, Notice, Question

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
SOME = {"email": "zoe@example.org", "wants_mail": True}
THEIRS = {"user_email": "zoe@example.org", "followup": True}
OFF_THE_SITE = (TextState.HIDDEN, TextState.REJECTED, TextState.WITHDRAWN, TextState.REMOVED)
A_DAY = timedelta(days=1)


def past(kept, more=A_DAY):
    return timezone.now() - kept - more


def nearly(kept):
    return past(kept, -A_DAY)


def with_address(model, field="email"):
    return set(model.objects.exclude(**{field: ""}))


def test_questions_answered_or_off_the_site_for_a_month(make_question):
    kept = {
        make_question(state=TextState.ANSWERED, answered_at=nearly(KEPT), **SOME),
        make_question(state=TextState.REJECTED, decided_at=nearly(KEPT), **SOME),
        make_question(state=TextState.APPROVED, decided_at=past(KEPT), **SOME),
        make_question(state=TextState.PENDING, received_at=past(KEPT), **SOME),
    }
    gone = [make_question(state=TextState.ANSWERED, answered_at=past(KEPT), **SOME)]
    gone += [make_question(state=s, decided_at=past(KEPT), **SOME) for s in OFF_THE_SITE]
    assert forget_addresses() == len(gone)
    assert with_address(Question) == kept
    assert Question.objects.filter(pk__in=[one.pk for one in gone], wants_mail=False).count() == 5
    assert forget_addresses() == 0


def test_a_question_that_nobody_answers_keeps_it_for_a_year(make_question):
    young = make_question(state=TextState.APPROVED, received_at=nearly(LONGEST), **SOME)
    late = {"state": TextState.ANSWERED, "answered_at": nearly(KEPT)}
    just_told = make_question(received_at=past(LONGEST), **late, **SOME)
    make_question(state=TextState.APPROVED, received_at=past(LONGEST), **SOME)
    assert forget_addresses() == 1
    assert with_address(Question) == {young, just_told}


def test_who_asked_the_same_was_told_with_the_one_it_goes_on_in(make_question):
    merged = {"state": TextState.MERGED, **SOME}
    told = make_question(state=TextState.ANSWERED, answered_at=past(KEPT))
    open_one = make_question(state=TextState.APPROVED)
    between = make_question(merged_into=told, **merged)
    make_question(merged_into=between, **merged)
    waits = make_question(merged_into=open_one, **merged)
    assert forget_addresses() == 2
    assert with_address(Question) == {waits}


def test_comments_off_the_site_for_a_month_or_a_year_old(make_comment):
    kept = {
        make_comment(state=TextState.APPROVED, decided_at=past(KEPT), **THEIRS),
        make_comment(state=TextState.HIDDEN, decided_at=nearly(KEPT), **THEIRS),
    }
    make_comment(state=TextState.APPROVED, received_at=past(LONGEST), **THEIRS)
    make_comment(state=TextState.REJECTED, decided_at=past(KEPT), **THEIRS)
    assert forget_addresses() == 2
    assert with_address(Comment, "user_email") == kept
    assert set(Comment.objects.filter(followup=True)) == kept


def test_notices_when_nobody_can_object_any_more(make_notice):
    decided = {"state": NoticeState.DISMISSED, "email": "zoe@example.org"}
    ended = {**decided, "decided_at": past(WITHIN), "redress_at": past(KEPT)}
    kept = {
        make_notice(email="zoe@example.org", filed_at=past(LONGEST)),
        make_notice(decided_at=nearly(WITHIN), **decided),
        make_notice(**ended),
        make_notice(redress_ended_at=nearly(KEPT), **ended),
    }
    make_notice(decided_at=past(WITHIN), **decided)
    make_notice(redress_ended_at=past(KEPT), **ended)
    assert forget_addresses() == 2
    assert with_address(Notice) == kept


def test_what_the_law_wants_kept_keeps_its_address(make_question, make_comment, make_notice):
    gone = {"state": TextState.REMOVED, "decided_at": past(LONGEST), "frozen_for": "une plainte"}
    question, comment = make_question(**gone, **SOME), make_comment(**gone, **THEIRS)
    merged = {"state": TextState.MERGED, "frozen_for": "une plainte", **SOME}
    told = make_question(state=TextState.ANSWERED, answered_at=past(KEPT))
    make_question(merged_into=told, **merged)
    decided = {"state": NoticeState.UPHELD, "decided_at": past(WITHIN), "email": "zoe@example.org"}
    make_notice(question, **decided)
    make_notice(kind="comment", subject_id=comment.pk, **decided)
    assert forget_addresses() == 0
    for model in (Question, Comment):
        model.objects.update(frozen_for="")
    assert forget_addresses() == 5


def test_mails_to_a_forgotten_address_go_along(make_question):
    gone = make_question(state=TextState.ANSWERED, answered_at=past(KEPT), **SOME)
    queue_letter("question", str(gone.pk), gone.email, "fr")
    queue_letter("question", "0", "max@example.org", "fr")
    assert forget_addresses() == 1
    assert Mail.objects.get().email == "max@example.org"
