"""Lists of episodes in templates."""

import pytest
from django.template import Context, Template
from django.utils import translation

from episodes.models import Quote

pytestmark = pytest.mark.django_db


def shown(tag: str, **context) -> str:
    source = (
        "{% load episode_lists %}{% " + tag + " as found %}"
        "{% for episode in found %}{{ episode.title }} {% endfor %}"
    )
    return Template(source).render(Context(context)).strip()


def test_lists(programme, make_episode, make_campaign, translate):
    campaign = make_campaign()
    episode = make_episode("Neuf", campaign=campaign)
    translate(episode, title="New")
    assert shown("newest_episodes 3") == "Neuf"
    assert shown("episodes_of_campaign campaign", campaign=campaign) == "Neuf"
    assert shown("episodes_of_programme programme", programme=programme) == "Neuf"
    with translation.override("en"):
        assert shown("newest_episodes 3") == "New"


def test_the_next_one(make_episode):
    first, second = make_episode(number=1), make_episode("La suite", number=2)
    source = "{% load episode_lists %}{% next_episode page as after %}{{ after.title }}"
    assert Template(source).render(Context({"page": first})) == second.title


def test_lines_to_pass_on(make_episode):
    page = make_episode()
    Quote.objects.create(episode=page, words="Justement.")
    source = "{% load episode_lists %}{% lines_of page as lines %}{{ lines.0.words }}"
    assert Template(source).render(Context({"page": page})) == "Justement."
