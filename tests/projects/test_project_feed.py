"""What became of a project, as a feed that well-behaved readers read."""

from xml.etree import ElementTree

import pytest

from media.gateways.people_pictures import DescribedPicture
from projects.domain.post_news import post_news
from projects.gateways.project_pictures import address_of
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


def test_a_picture_is_enclosed(client, project, mo, draw, settings):
    settings.PUBLIC_URL = "https://potager.example"
    jpeg = draw(kind="JPEG")
    news = post_news(project, "k", "Une roue", DescribedPicture(jpeg, "Ronde"))
    decide(news, Action.APPROVE, user=mo)
    answer = client.get(f"{project.get_absolute_url()}nouvelles/")
    (enclosed,) = ElementTree.fromstring(answer.content).findall(".//{*}link[@rel='enclosure']")
    assert enclosed.attrib == {
        "rel": "enclosure",
        "href": f"https://potager.example{address_of(news.picture)}",
        "length": str(len(jpeg)),
        "type": "image/jpeg",
    }
