"""Answers: how fast organisations give them, where live ones can be watched again."""

from django import template

from campaigns.models import Organisation
from qa.answer_places import Place, place_of
from qa.domain.answer_times import AnswerTime, median_answer_time
from qa.enums import AnswerKind
from qa.models import Answer

register = template.Library()


@register.simple_tag
def answer_time_of(organisation: Organisation) -> AnswerTime | None:
    return median_answer_time(organisation)


@register.simple_tag
def replay_of(answer: Answer) -> Place | None:
    """Return where a live answer can be watched again."""
    return place_of(answer) if answer.kind == AnswerKind.LIVE else None
