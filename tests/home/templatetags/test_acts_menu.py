"""The spans of the menu."""

from campaigns.menu_of_acts import Span
from home.templatetags.acts_menu import menu_spans


def test_the_shortest_first():
    assert menu_spans() == [Span.SECOND, Span.HALF_MINUTE, Span.MINUTES, Span.HOUR]
