"""How fast an organisation answers, on its page."""

import pytest

from campaigns.models import Organisation, Partnership
from qa.enums import TextState
from qa.templatetags.answers import answer_time_of

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
