"""Ask a question: anybody can, without an account. The same form twice asks once."""

from django.db import transaction

from audience.domain.network_budget import spend
from qa.domain.clean_words import clean_words, says_something
from qa.domain.fold import fold
from qa.enums import Moderation, Naming, TextState
from qa.models import Question
from qa.refusals import NothingAsked, QuestionsClosed, TooManyQuestions

# Of the tickets that its forms carry.
PURPOSE = "qa.question"
# A class of thirty asks in an hour behind one address, and asks again.
MOST_PER_NETWORK = 120


def ask_question(question: Question, network_address: str) -> Question:
    """Keep `question`, filled by its form, and return it, or the one already asked with its key.

    It waits for the team, unless the theme shows questions before they are read.

    Raises QuestionsClosed, NothingAsked or TooManyQuestions.
    """
    asked = Question.objects.filter(key=question.key).first()
    if asked is not None:
        return asked
    theme = question.theme
    if not theme.is_open():
        raise QuestionsClosed
    text = clean_words(question.text)
    if not says_something(text):
        raise NothingAsked
    if not spend("questions", network_address, MOST_PER_NETWORK):
        raise TooManyQuestions
    is_named = theme.naming != Naming.NEVER
    is_shown = theme.moderation == Moderation.AFTER
    values = {
        "theme": theme,
        "page": question.page,
        "text": text,
        "fold": fold(text),
        "name": clean_words(question.name) if is_named else "",
        # An address is kept for one purpose only.
        "email": question.email,
        "wants_mail": bool(question.email),
        "language": question.language,
        "state": TextState.APPROVED if is_shown else TextState.PENDING,
    }
    with transaction.atomic():
        return Question.objects.get_or_create(key=question.key, defaults=values)[0]
