"""Money in templates."""

from django.template import Context, Template
from django.utils.translation import override


def test_it_follows_the_readers_language():
    template = Template("{% load money %}{{ cents|euros }}")
    assert template.render(Context({"cents": 1_247_50})) == "1\u00a0247,50\u00a0€"
    with override("en"):
        assert template.render(Context({"cents": 1_247_50})) == "€1,247.50"
