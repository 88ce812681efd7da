"""How fast organisations answer."""

from django import template

from campaigns.models import Organisation
from qa.domain.answer_times import AnswerTime, median_answer_time

register = template.Library()


@register.simple_tag
def answer_time_of(organisation: Organisation) -> AnswerTime | None:
    return median_answer_time(organisation)
