"""News for page templates."""

from django import template

from audience.subjects import Subject
from campaigns.domain import say_news
from campaigns.domain.say_news import News

register = template.Library()


@register.simple_tag
def news_of(subject: Subject, most: int = say_news.MOST_SHOWN) -> list[News]:
    return say_news.news_of(subject, most)
