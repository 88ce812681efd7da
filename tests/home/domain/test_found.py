"""Projects and collection pages among the results: what is public, each in its language."""

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale

from home.domain.search_site import load_results, search_site
from projects.domain.erase_project import erase_project
from qa.domain.decide import decide
from qa.enums import Action, TextState
from tests.fundraising.conftest import (  # noqa: F401
    fund,
    fundraiser,
    make_fund,
    make_page_of,
    make_supporter,
)
from tests.projects.conftest import mo, project, propose, publish, sent, words  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def results(text: str, language: str = "fr") -> list:
    locale = Locale.objects.get_or_create(language_code=language)[0]
    return load_results(search_site(text, locale))


def titles(text: str, language: str = "fr") -> list[str]:
    return [result.title for result in results(text, language)]


def indexed() -> str:
    """Everything that the index holds, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT title, body FROM wagtailsearch_indexentry")
        return str(cursor.fetchall())


@pytest.mark.parametrize(
    "text", ["roues", "ROUES", "triporteur", "tiede", "tiède", "louches", "odile", "lyon", "tripor"]
)
def test_a_project_is_found_by_its_words(house, project, text):  # noqa: F811
    assert titles(text) == ["Des roues pour la soupe"]


@pytest.mark.parametrize("text", ["zoé", "zoe", "ZOE court", "kilometre", "kilomètre", "kilom"])
def test_a_collection_is_found_by_its_words(fundraiser, text):  # noqa: F811
    assert titles(text) == ["Zoé court"]


def test_what_a_result_says(project, fundraiser, make_page):  # noqa: F811
    make_page("La soupe", intro="Zoé court après la soupe.")
    found = {result.title: result for result in results("soupe")}
    assert set(found) == {"La soupe", "Des roues pour la soupe"}
    told = found["Des roues pour la soupe"]
    assert told.url == project.get_absolute_url()
    assert told.summary == project.need
    assert told.what == "Projet · cherche un parrain · Lyon"
    told = next(result for result in results("zoe") if result.title == "Zoé court")
    assert told.url == fundraiser.get_absolute_url()
    assert told.summary == fundraiser.reason
    assert told.what == "Collecte ouverte par Zoé"


def test_a_collection_that_is_over_says_so(make_page_of):  # noqa: F811
    make_page_of(closed_at=timezone.now())
    assert [result.what for result in results("zoe")] == ["Collecte terminée, ouverte par Zoé"]


def test_words_in_a_title_come_first_whatever_they_are_of(project, make_page):  # noqa: F811
    make_page("Un dimanche", intro="On a mangé de la soupe, et puis des roues de secours.")
    assert titles("roues soupe") == ["Des roues pour la soupe", "Un dimanche"]


def test_nobody_finds_what_the_team_has_not_read(house, propose, sent):  # noqa: F811
    propose(title="Brouillon de brouette")
    sent(title="Brouette qui attend")
    assert titles("brouette") == []
    assert "brouette" not in indexed().lower()


def test_a_project_that_is_taken_off_is_not_found(project, mo):  # noqa: F811
    decide(project, Action.HIDE, user=mo, reason="other", note="-")
    assert titles("triporteur") == []
    assert "triporteur" not in indexed().lower()


def test_an_erased_project_leaves_no_word_in_the_index(project):  # noqa: F811
    erase_project(project)
    assert titles("triporteur") == []
    assert "odile" not in indexed().lower()


@pytest.mark.parametrize(
    "state",
    [state for state in TextState if state not in ("approved", "ready", "on_air", "answered")],
)
def test_a_collection_that_is_not_public_is_not_found(house, make_page_of, state):  # noqa: F811
    make_page_of(state=state)
    assert titles("zoe") == []
    assert "kilo" not in indexed().lower()


def test_a_row_of_the_index_that_is_behind_shows_nothing(project, fundraiser):  # noqa: F811
    """As when somebody hides a text after the index was asked, or past the index."""
    type(project).objects.update(state=TextState.HIDDEN)
    type(fundraiser).objects.update(state=TextState.HIDDEN)
    assert titles("triporteur") == titles("zoe") == []
    assert load_results(search_site("triporteur", Locale.objects.get(language_code="fr"))) == []


def test_each_language_finds_what_was_written_in_it(publish, make_page_of):  # noqa: F811
    english = publish(title="Wheels for the soup", need="A cargo bike, please.")
    english.language = "en"
    english.save()
    make_page_of(title="Zoé runs", language="en")
    assert titles("wheels") == titles("runs") == []
    assert titles("wheels", "en") == ["Wheels for the soup"]
    assert results("runs", "en")[0].url.startswith("/")


def test_the_number_of_queries_does_not_grow(
    publish,  # noqa: F811
    make_page_of,  # noqa: F811
    django_assert_max_num_queries,
):
    def add(number: int) -> None:
        publish(email=f"o{number}@example.org", title=f"Courge {number}")
        make_page_of(title=f"Courge de Zoé {number}")

    add(0)
    titles("courge")
    for number in range(1, 4):
        add(number)
    with django_assert_max_num_queries(8):
        assert len(titles("courge")) == 8
