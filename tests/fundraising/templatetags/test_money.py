"""Money in templates."""

from django.template import Context, Template
from django.utils.translation import override

from fundraising.templatetags.money import percent


def test_it_follows_the_readers_language():
    template = Template("{% load money %}{{ cents|euros }}")
    assert template.render(Context({"cents": 1_247_50})) == "1\u00a0247,50\u00a0€"
    with override("en"):
        assert template.render(Context({"cents": 1_247_50})) == "€1,247.50"


def test_hundredths_of_a_percent():
    assert [percent(bps) for bps in (150, 120, 125, 300, 5)] == ["1,5", "1,2", "1,25", "3", "0,05"]
    with override("en"):
        assert percent(150) == "1.5"
