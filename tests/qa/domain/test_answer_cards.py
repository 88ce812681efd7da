"""Answers have cards with a sentence of theirs; questions are never drawn."""

import pytest
from django.core.cache import cache

from campaigns.card_sources import card_sources
from campaigns.domain.cards.make_cards import make_cards
from campaigns.models import Organisation
from qa.domain.answer_cards import answer_cards, sentence_of
from qa.enums import TextState
from qa.models import Answer, Question

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(make_theme, house):
    theme = make_theme(colour="plum")
    return Question.objects.create(theme=theme, text="Secret ?", state=TextState.ANSWERED)


def test_a_sentence_of_the_first_answer(question):
    pont = Organisation.objects.create(name="Le Pont", slug="le-pont")
    answer = "Oui. Nous pesons chaque cagette deux fois. Et même trois."
    Answer.objects.create(question=question, text=answer, spoken_by="Pia", spoken_for=pont)
    Answer.objects.create(question=question, text="Une tout autre phrase, plus tard.")
    [(key, card)] = answer_cards()
    assert (key, card.colour, card.moment) == (question.code, "plum", "Pia, Le Pont")
    assert "Nous pesons chaque cagette deux fois." in card.title
    assert "Secret" not in f"{card}"
    assert card_sources()["question"] is answer_cards


def test_what_is_not_public_is_not_drawn(question):
    Answer.objects.create(question=question, text="Nous pesons chaque cagette deux fois.")
    Question.objects.update(state=TextState.HIDDEN)
    assert list(answer_cards()) == []


def test_the_page_of_the_question_shows_it(question, client):
    page = f"/questions/{question.code}/"
    make_cards()
    before = client.get(page).text
    Answer.objects.create(question=question, text="Nous pesons chaque cagette deux fois.")
    assert make_cards() == 1
    cache.clear()
    after = client.get(page).text
    assert before.count("og:image:width") == after.count("og:image:width") == 1
    assert "Nous pesons chaque cagette deux fois." in after.split('og:image:alt" content="')[1]
    assert "qa-card" in after
    assert "qa-card" not in before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Oui.", ""),
        ("", ""),
        ("x" * 141, ""),
        ("Non ! Nous ne jetons\nrien du tout.", "Nous ne jetons rien du tout."),
        (f"{'Long ' * 40}. Court mais suffisant.", "Court mais suffisant."),
    ],
)
def test_sentences(text, sentence):
    assert sentence_of(text) == sentence
