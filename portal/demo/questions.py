"""The demo's questions: asked, read, voted for and answered as people would."""

from datetime import timedelta

from django.utils import timezone

from audience.domain.people import person_of_cookie
from portal.demo.drawing import typeset
from portal.demo.texts import PREPARED_WORDS, QUESTIONS, STOP_LISTS, QuestionText
from qa.domain.answer_question import Said, answer_question
from qa.domain.ask_question import ask_question
from qa.domain.cast_votes import Ballot, cast_votes
from qa.domain.decide import decide
from qa.enums import Action
from qa.models import PreparedWords, Question, StopList, Theme
from qa.models.keys import new_key
from users.models import User


def make_questions(team: User, themes: dict[str, Theme]) -> None:
    """Ask the demo's questions in the name of its vegetables."""
    for name, words, mode in STOP_LISTS:
        StopList.objects.update_or_create(name=name, defaults={"words": words, "mode": mode})
    for purpose, title, words in PREPARED_WORDS:
        PreparedWords.objects.update_or_create(
            purpose=purpose, title=title, defaults={"words": typeset(words)}
        )
    for text in QUESTIONS:
        _make(team, themes[text.theme], text)


def _make(team: User, theme: Theme, text: QuestionText) -> None:
    draft = Question(
        theme=theme, key=new_key(), text=typeset(text.text), name=text.name, language="fr"
    )
    question = ask_question(draft, "")
    if text.votes is None:
        return
    question = decide(question, Action.APPROVE, user=team)
    now = timezone.now()
    cast_votes(
        [
            Ballot(
                question.code, person_of_cookie(f"demo-{number}"), 1, now, now - timedelta(days=1)
            )
            for number in range(text.votes)
        ]
    )
    if text.answer:
        said = Said(typeset(text.answer), typeset(text.answered_by))
        answer_question(question, team, said)
