"""News in a template."""

import pytest
from django.template import Context, Template

from audience.subjects import subject_at
from campaigns.domain.announce import announce
from campaigns.enums import NewsEvent

pytestmark = pytest.mark.django_db


def test_the_last_news(make_pledge):
    pledge = make_pledge()
    announce(pledge, NewsEvent.ACTIVATED)
    announce(pledge, NewsEvent.LATE)
    template = Template(
        "{% load news_lists %}{% news_of subject 1 as all %}"
        "{% for news in all %}{{ news.announcement.event }}{% endfor %}"
    )
    subject = subject_at("mecene", str(pledge.sponsor_id))
    assert template.render(Context({"subject": subject})) == "late"
