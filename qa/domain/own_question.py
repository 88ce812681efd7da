"""What people do with a question of their own: change it, withdraw it, erase it, take it along.

Whoever holds the private key is the author; there is no other proof and none is needed.
"""

from typing import Any

from django.db import transaction

from qa.domain.clean_words import clean_words, says_something
from qa.domain.decide import decide, ensure_not_frozen, locked
from qa.domain.forget_text import forget_notes
from qa.domain.tell_asker import take_address_off
from qa.enums import Action, TextState
from qa.models import Question
from qa.refusals import NothingAsked


def change_question(question: Question, text: str, seen: int) -> Question:
    """Change the words of a question that nobody has read yet. Raises a DecisionRefused."""
    words = clean_words(text)
    if not says_something(words):
        raise NothingAsked
    return decide(question, Action.EDIT, user=None, seen=seen, words=words)


def withdraw_question(question: Question) -> Question:
    """Take a question off the site; its votes stay with it, unseen. Raises a DecisionRefused."""
    return decide(question, Action.WITHDRAW, user=None)


def erase_question(question: Question) -> None:
    """Take a question back and forget its words, who asked it, and who voted for it, for good.

    What was decided stays as a chain of dates and states, without the words. Raises a
    DecisionRefused while the question is on air, or while the law wants it kept.
    """
    with transaction.atomic():
        question = locked(question)
        ensure_not_frozen(question)
        if question.state not in (TextState.WITHDRAWN, TextState.REMOVED):
            question = withdraw_question(question)
        question.votes.all().delete()
        question.answers.all().delete()
        question.text = question.name = question.email = question.first_words = question.fold = ""
        question.note, question.wants_mail, question.total = "", False, 0
        question.objection = ""
        question.save()
        take_address_off(question)
        forget_notes(question)


def exported(question: Question) -> dict[str, Any]:
    """Return all that the site holds about `question`, for its author."""
    return {
        "theme": question.theme.name,
        "question": question.text,
        "first_sent_as": question.first_words or question.text,
        "name": question.name,
        "email": question.email,
        "language": question.language,
        "state": question.state,
        "reason": question.refused_for,
        "note": question.note,
        "objection": question.objection,
        "votes": question.total,
        "received_at": question.received_at.isoformat(),
        "answers": [
            {"text": one.text, "by": one.spoken_by, "at": one.given_at.isoformat()}
            for one in question.answers.all()
        ],
    }
