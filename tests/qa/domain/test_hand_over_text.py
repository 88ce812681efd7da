"""A text taken in the inbox is taken at the desk, by the same decision."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from qa.domain.assign_text import assign_text
from qa.domain.decide import decide
from qa.domain.hand_over_text import hand_over_text
from qa.enums import Action
from qa.inbox_sources import COMMENTS, QUESTIONS
from qa.models import Comment, Decision, Question
from qa.refusals import StaleCommand
from users.domain.hand_over import hand_over
from users.domain.read_inbox import read_inbox
from users.errors import InboxRefused, MayNotHandle, MayNotReceive, NothingWaits, TakenMeanwhile
from users.models import Charge

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def zoe(make_user):
    return make_user("zoe", "qa.sort_text", "qa.moderate_text")


def owners(user, kind):
    return [row.owner for row in read_inbox(user, kind=kind).rows]


@pytest.mark.parametrize("kind", [QUESTIONS.kind, COMMENTS.kind])
def test_inbox_and_desk_name_the_same_owner(kind, make_question, make_comment, mo, zoe):
    text = make_question() if kind == QUESTIONS.kind else make_comment()
    key = str(text.pk)
    hand_over(kind, key, mo, mo, None)
    text.refresh_from_db()
    assert (text.assigned_to, owners(zoe, kind)) == (mo, [mo])
    assign_text(text, zoe.pk, mo)
    assert owners(mo, kind) == [zoe]
    assert [len(read_inbox(mo, owned_by=one).rows) for one in (mo, zoe)] == [0, 1]
    hand_over(kind, key, mo, None, zoe.pk)
    text.refresh_from_db()
    assert (text.assigned_to, owners(mo, kind)) == (None, [None])
    actions = Decision.objects.filter(kind=kind, subject_id=text.pk).values_list(
        "action", "version"
    )
    assert list(actions) == [(Action.ASSIGN, number) for number in (1, 2, 3)]
    assert not Charge.objects.exists()


def test_twice_is_one_decision(make_question, mo):
    key = str(make_question().pk)
    for _ in range(2):
        hand_over_text(Question, key, mo, mo, None)
    assert Decision.objects.count() == 1


def test_who_was_faster_at_the_desk_is_named(make_question, mo, zoe):
    question = assign_text(make_question(), zoe.pk, zoe)
    for seen in (None, mo.pk):
        with pytest.raises(TakenMeanwhile, match="zoe"):
            hand_over_text(Question, str(question.pk), mo, mo, seen)
    question.refresh_from_db()
    assert question.assigned_to == zoe


def test_what_else_changed_meanwhile_is_no_matter(make_question, mo):
    question = decide(make_question(), Action.STAR, user=mo)
    hand_over_text(Question, str(question.pk), mo, mo, None)
    question.refresh_from_db()
    assert (question.assigned_to, question.is_starred) == (mo, True)


def test_what_is_refused(make_question, make_comment, mo, make_user):
    reader = make_user("rita", "qa.moderate_text")
    key, done = str(make_question().pk), make_comment()
    with pytest.raises(MayNotHandle):
        hand_over_text(Question, key, reader, reader, None)
    with pytest.raises(MayNotReceive):
        hand_over_text(Question, key, mo, make_user("ana"), None)
    decide(done, Action.APPROVE, user=mo)
    for gone in (str(done.pk), "999999"):
        with pytest.raises(NothingWaits):
            hand_over_text(Comment, gone, mo, mo, None)
    assert not Decision.objects.filter(action=Action.ASSIGN).exists()


@pytest.mark.django_db(transaction=True)
def test_of_inbox_and_desk_at_the_same_instant_one_gets_it(make_question, mo, zoe):
    question = make_question()

    def in_inbox():
        try:
            hand_over_text(Question, str(question.pk), mo, mo, None)
        except InboxRefused as refusal:
            return str(refusal)
        finally:
            connection.close()

    def at_desk():
        try:
            assign_text(question, zoe.pk, zoe, 0)
        except StaleCommand as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        ended = [one.result() for one in [threads.submit(in_inbox), threads.submit(at_desk)]]
    question.refresh_from_db()
    winner = question.assigned_to
    assert [one for one in ended if one and str(winner) in one] == [one for one in ended if one]
    assert len([one for one in ended if one]) == 1
    assert Decision.objects.count() == 1
