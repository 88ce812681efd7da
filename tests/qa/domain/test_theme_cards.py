"""Themes have cards; what viewers ask is never drawn."""

import pytest

from qa.domain.theme_cards import theme_cards
from qa.enums import TextState
from qa.models import Question

pytestmark = pytest.mark.django_db


def test_the_question_of_the_theme(make_theme, house):
    theme = make_theme(colour="plum")
    Question.objects.create(theme=theme, text="Secret ?", state=TextState.APPROVED)
    [(key, card)] = theme_cards()
    assert (key, card.title, card.colour) == (str(theme.pk), theme.question, "plum")
    assert (card.figure, card.site) == ("", "la cagette.tv")
