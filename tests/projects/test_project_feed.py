"""What became of a project, as a feed that well-behaved readers read."""

from xml.etree import ElementTree

import pytest

from projects.domain.post_news import post_news
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


def test_its_steps_and_news(client, project, mo):
    decide(post_news(project, "k", "Une roue & <b>"), Action.APPROVE, user=mo)
    answer = client.get(f"{project.get_absolute_url()}nouvelles/")
    entries = ElementTree.fromstring(answer.content).findall("{*}entry")
    assert len(entries) == 2
    assert "Une roue &amp; &lt;b&gt;" in answer.text
    assert not answer.cookies


def test_not_of_what_waits(client, sent):
    assert client.get(f"{sent().get_absolute_url()}nouvelles/").status_code == 404
