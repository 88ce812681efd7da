"""Ask a question: anybody can, without an account. The same form twice asks once."""

from django.db import transaction

from audience.domain.network_budget import spend
from qa.domain.clean_words import clean_words, says_something
from qa.domain.flood import ensure_calm, note_arrival
from qa.domain.fold import fold
from qa.domain.stop_words import find_stop_words, note_stop_words
from qa.enums import Moderation, Naming, TextState
from qa.models import Question, Theme
from qa.pauses import is_paused
from qa.refusals import NothingAsked, QuestionsClosed, TooManyQuestions

# Of the tickets that its forms carry.
PURPOSE = "qa.question"
# A class of thirty asks in an hour behind one address, and asks again.
MOST_PER_NETWORK = 120


def ask_question(question: Question, network_address: str, solution: str = "") -> Question:
    """Keep `question`, filled by its form, and return it, or the one already asked with its key.

    It waits for the team, unless the theme shows questions before they are read; what holds a stop
    word waits always. `solution` is the browser's proof of work, needed in a flood only.

    Raises QuestionsClosed, NothingAsked, SumMissing, TooFast or TooManyQuestions.
    """
    asked = Question.objects.filter(key=question.key).first()
    if asked is not None:
        return asked
    theme = question.theme
    if not theme.is_open() or is_paused(theme):
        raise QuestionsClosed
    text = clean_words(question.text)
    if not says_something(text):
        raise NothingAsked
    note_arrival(theme.pk)
    ensure_calm(theme.pk, question.key, solution, network_address)
    if not spend("questions", network_address, MOST_PER_NETWORK):
        raise TooManyQuestions
    name = clean_words(question.name) if theme.naming != Naming.NEVER else ""
    found = find_stop_words(text, name)
    held_for = next((one.word for one in found if one.holds), "")
    values = {
        "theme": theme,
        "page": question.page,
        "text": text,
        "fold": fold(text),
        "name": name,
        # An address is kept for one purpose only.
        "email": question.email,
        "wants_mail": bool(question.email),
        "language": question.language,
        "state": _first_state(theme, held_for),
        "held_for": held_for,
    }
    with transaction.atomic():
        kept, is_new = Question.objects.get_or_create(key=question.key, defaults=values)
        if is_new:
            note_stop_words(kept, found)
    return kept


def _first_state(theme: Theme, held_for: str) -> TextState:
    if held_for:
        return TextState.HELD
    return TextState.APPROVED if theme.moderation == Moderation.AFTER else TextState.PENDING
