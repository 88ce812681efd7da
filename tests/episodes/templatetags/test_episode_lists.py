"""The lists reach the templates."""

import pytest
from django.template import Context, Template

pytestmark = pytest.mark.django_db


def render(source, **context):
    return Template("{% load episode_lists %}" + source).render(Context(context))


def test_lists_are_there_for_templates(make_episode, make_campaign, programme):
    campaign = make_campaign()
    episode = make_episode("Un", number=1, campaign=campaign)
    make_episode("Deux", number=2)
    shown = "{% for one in found %}{{ one.title }},{% endfor %}"
    assert "Deux," in render("{% newest_episodes 5 as found %}" + shown)
    assert render("{% episodes_of_campaign page as found %}" + shown, page=campaign) == "Un,"
    assert render("{% episodes_of_programme page as found %}" + shown, page=programme) == "Un,Deux,"
    assert render("{% next_episode page as one %}{{ one.title }}", page=episode) == "Deux"
