"""Words of a page: cleaned, with a usual title, in nobody else's name."""

import pytest

from campaigns.models import Organisation
from fundraising.domain.check_words import PageWords, checked_words
from fundraising.enums import Occasion
from fundraising.refusals import NotYourName, PageEmpty

pytestmark = pytest.mark.django_db


def words(**values: str) -> PageWords:
    return PageWords(
        **{"name": "Zoé", "reason": "Pour rire.", "title": "", "occasion": "race", **values}
    )


def test_invisible_signs_go_and_spaces_become_single(house):
    checked = checked_words(words(name="  Zo\u200bé ", title="Je \u202e cours  !"))
    assert (checked.name, checked.title) == ("Zoé", "Je cours\u00a0!")


@pytest.mark.parametrize("occasion", Occasion)
def test_each_occasion_has_a_usual_title(house, occasion):
    assert "Zoé" in checked_words(words(occasion=occasion)).title


@pytest.mark.parametrize("values", [{"name": "\u200b"}, {"reason": " \u2800 "}, {"name": "..."}])
def test_empty_words_are_refused(house, values):
    with pytest.raises(PageEmpty):
        checked_words(words(**values))


@pytest.mark.parametrize(
    "name",
    ["Épicerie du Pont", "epicerie du pont", "ÉPICERIE DU PONT officiel", "É\u200bpicerie du Pont",
     "Еpicerie du Pont", "L’équipe", "Modération", "admin", "la cagette.tv", "Épicerie  du-Pont"],
)  # fmt: skip
def test_nobody_collects_in_anothers_name(house, name):
    Organisation.objects.create(name="Épicerie du Pont")
    with pytest.raises(NotYourName):
        checked_words(words(name=name))


@pytest.mark.parametrize("name", ["Zoé Dupont", "Pontus", "Adminata", "Zoé, pour l’épicerie"])
def test_people_keep_their_names(house, name):
    Organisation.objects.create(name="Épicerie du Pont")
    Organisation.objects.create(name="Zoé")  # Too short to be anybody's alone.
    assert checked_words(words(name=name)).name == name
