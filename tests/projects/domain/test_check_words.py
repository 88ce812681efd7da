"""What proposers write is cleaned, complete, and in their own name."""

import pytest

from campaigns.models import Organisation
from projects.domain.check_words import checked_words, first_state
from projects.refusals import NothingNeeded, NotYourName, ProposalEmpty
from qa.enums import TextState
from qa.models import StopList

pytestmark = pytest.mark.django_db


def test_cleaned_with_its_paragraphs(words):
    told = checked_words(words(title="  Des  roues 🚲 ", story="Un.\n\n\n  Deux \u202e!\n"))
    assert told.title == "Des roues 🚲"
    assert told.story == "Un.\n\nDeux\u00a0!"


@pytest.mark.parametrize("name", ["title", "town", "for_whom", "need", "name", "story"])
@pytest.mark.parametrize("nothing", ["", " \u200b\u2800 "])
def test_nothing_readable(words, name, nothing):
    with pytest.raises(ProposalEmpty):
        checked_words(words(**{name: nothing}))


def test_somebody_elses_name(words):
    Organisation.objects.create(name="Coop La Fourche")
    with pytest.raises(NotYourName):
        checked_words(words(name="Cοοp  la fourche"))


def test_a_quantity_of_nothing(words):
    with pytest.raises(NothingNeeded):
        checked_words(words(quantity=0))
    assert checked_words(words(quantity=1)).quantity == 1


def test_always_read_first(words):
    assert first_state(words())[:2] == (TextState.PENDING, "")


def test_a_stop_word_holds_it_wherever_it_stands(words):
    StopList.objects.create(name="A", words="casino", mode="hold")
    assert first_state(words(story="Un casino gratuit"))[:2] == (TextState.HELD, "casino")
