"""How fast an organisation answers, on its page; where a live answer can be watched again."""

import pytest

from campaigns.models import Organisation, Partnership
from qa import answer_places
from qa.answer_places import Place
from qa.enums import AnswerKind, TextState
from qa.models import Answer
from qa.templatetags.answers import answer_time_of, replay_of

pytestmark = pytest.mark.django_db


def test_on_its_page(client, house, make_question):
    firm = Organisation.objects.create(name="La Serre", slug="serre")
    assert answer_time_of(firm) is None
    for number in range(3):
        question = make_question(f"{number} ?", state=TextState.ANSWERED)
        question.answers.create(text="Oui.", spoken_for=firm)
    assert answer_time_of(firm).answers == 3
    other = Organisation.objects.create(name="La Soupe", slug="soupe")
    Partnership.objects.create(sponsor=firm, beneficiary=other, since_year=2020)
    page = client.get(firm.get_absolute_url()).content.decode()
    assert "3 questions répondues, la moitié le jour même" in page


def test_only_a_live_answer_has_a_replay(monkeypatch):
    place = Place("Tour du monde", "/direct/?t=70", "1:10")
    monkeypatch.setattr(answer_places, "_rooms", [(lambda answer: place, lambda question: False)])
    assert replay_of(Answer(kind=AnswerKind.LIVE)) == place
    assert replay_of(Answer(kind=AnswerKind.TEXT)) is None
