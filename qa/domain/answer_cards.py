"""The cards of answered questions: a sentence of the answer, which is ours to draw.

What viewers ask is never drawn. Where the answer was not written, the theme's card stands in.
"""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from campaigns.card_sources import Card
from campaigns.domain.cards.campaign_cards import site_name
from campaigns.domain.characters import character_for
from qa.models import Answer, Question

LONGEST_SENTENCE = 140
_SHORTEST_SENTENCE = 12
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


def answer_cards() -> Iterator[tuple[str, Card]]:
    """Yield the card of each public question whose first written answer can be quoted."""
    site, drawn = site_name(), set()
    answers = Answer.objects.filter(question__in=Question.objects.public()).exclude(text="")
    shown = answers.select_related("question__theme__locale", "spoken_for")
    for answer in shown.order_by("question", "given_at", "pk"):
        sentence = sentence_of(answer.text)
        if answer.question_id in drawn or not sentence:
            continue
        drawn.add(answer.question_id)
        theme = answer.question.theme
        with override(theme.locale.language_code):
            words = _("“%(words)s”") % {"words": sentence}
        character = character_for(theme.pk)
        yield answer.question.code, Card(words, theme.colour, character, site, moment=_by(answer))


def sentence_of(text: str) -> str:
    """Return the first sentence of `text` that says something and fits on a card, or ""."""
    for sentence in _SENTENCE_END.split(text):
        line = re.sub(r"[ \t\r\n]+", " ", sentence).strip()
        if _SHORTEST_SENTENCE <= len(line) <= LONGEST_SENTENCE:
            return line
    return ""


def first_sentence(answers: Iterable[Answer]) -> str:
    """Return the sentence that stands on the card of these answers, or "" where there is none."""
    return next(filter(None, (sentence_of(answer.text) for answer in answers)), "")


def _by(answer: Answer) -> str:
    spoken_for = answer.spoken_for.name if answer.spoken_for else ""
    return ", ".join(filter(None, (answer.spoken_by, spoken_for)))
