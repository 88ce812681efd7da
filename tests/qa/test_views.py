"""What the public sees of questions, and what it never sees."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from qa.domain.voters import COOKIE, new_cookie, voter_of
from qa.enums import TextState
from qa.models import Answer
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db
HIDDEN = [state for state in TextState if state not in ("approved", "ready", "on_air", "answered")]


@pytest.fixture(autouse=True)
def _site(house):
    """The pages stand on a site."""


@pytest.fixture
def shown(make_question):
    return make_question("Qui a mangé la courge ?", state=TextState.APPROVED, name="Lulu", total=12)


def text_of(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_themes_say_how_much_is_asked(client, shown, make_question):
    make_question("Répondue ?", state=TextState.ANSWERED, answered_at=timezone.now())
    text = text_of(client, "/themes/")
    assert "2 questions, 1 répondue" in " ".join(text.split())


def test_the_site_without_themes(client):
    assert "Le débat est encore en terre" in text_of(client, "/themes/")


@pytest.mark.parametrize("order", ["", "nouvelles/"])
def test_a_list(client, shown, order):
    text = text_of(client, f"/themes/{shown.theme.slug}/questions/{order}")
    assert "Qui a mangé la courge ?" in text
    assert "Lulu" in text
    assert f'action="/votes/{shown.code}"' in text


def test_lists_with_nothing_in_them(client, make_theme):
    theme = make_theme()
    assert "Personne n’a encore rien demandé" in text_of(client, f"/themes/{theme.slug}/questions/")
    answered = text_of(client, f"/themes/{theme.slug}/questions/repondues/")
    assert "Pas encore de réponse" in answered
    assert client.get("/themes/nothing/questions/").status_code == 404


def test_lists_live_a_second_in_each_cache(client, shown, settings):
    settings.PAGE_CACHE_S = 30
    answer = client.get(f"/themes/{shown.theme.slug}/questions/")
    assert "s-maxage=1," in answer["Cache-Control"]


def test_a_list_costs_the_same_however_long(
    client, make_question, django_assert_max_num_queries, shown
):
    for number in range(40):
        make_question(f"Question {number} ?", state=TextState.APPROVED)
    with django_assert_max_num_queries(12):
        client.get(f"/themes/{shown.theme.slug}/questions/")


def test_closed_themes_show_totals_and_take_nothing(client, shown):
    shown.theme.takes_questions = False
    shown.theme.save()
    text = text_of(client, f"/themes/{shown.theme.slug}/questions/")
    assert "vote-button" not in text.replace("vote-button.js", "")
    assert "12" in text


def test_one_question_with_its_answers(client, shown):
    Answer.objects.create(
        question=shown, text="Le maire.\n\nLui-même.", spoken_by="Pia, à l’accueil"
    )
    text = text_of(client, f"/questions/{shown.code}/")
    assert "<p>Lui-même.</p>" in text
    assert "Pia, à l’accueil" in text


def test_a_merged_one_leads_on(client, shown, make_question):
    merged = make_question(state=TextState.MERGED, merged_into=shown)
    assert client.get(f"/questions/{merged.code}/").url == f"/questions/{shown.code}/"


def test_one_merged_twice_in_a_row_leads_to_the_last(client, shown, make_question):
    between = make_question("B ?", state=TextState.MERGED, merged_into=shown)
    first = make_question("A ?", state=TextState.MERGED, merged_into=between)
    answer = client.get(f"/questions/{first.code}/")
    assert (answer.status_code, answer.url) == (302, f"/questions/{shown.code}/")
    shown.state = TextState.HIDDEN
    shown.save()
    # A query makes it another page for the page cache.
    assert client.get(f"/questions/{first.code}/?2").status_code == 404


@pytest.mark.parametrize("state", HIDDEN)
def test_unapproved_words_are_in_no_public_byte(client, make_question, state):
    canary = "canarikoumquat"
    hidden = make_question(f"Le {canary} ?", state=state, name=canary)
    slug = hidden.theme.slug
    for path in (
        "/", "/themes/", f"/themes/{slug}/", f"/themes/{slug}/questions/",
        f"/themes/{slug}/questions/nouvelles/", f"/themes/{slug}/questions/repondues/",
        f"/themes/{slug}/questions.xml", f"/themes/{slug}/poser/?texte=le", "/sitemap.xml",
        f"/themes/{slug}/semblables/?texte=le+{canary}", f"/search/?q={canary[:6]}",
    ):  # fmt: skip
        answer = client.get(path, follow=True)
        assert answer.status_code == 200, path
        assert canary not in b"".join(answer).decode().replace(f"le {canary}", ""), path
    assert client.get(f"/questions/{hidden.code}/").status_code == 404
    assert client.get(f"/questions/{hidden.code}/voter/").status_code == 404


def test_an_askers_address_is_in_no_public_byte(client, make_question):
    address = {"email": "canarikoumquat@example.org", "wants_mail": True}
    shown = make_question(state=TextState.ANSWERED, answered_at=timezone.now(), **address)
    Answer.objects.create(question=shown, text="Le maire.")
    slug = shown.theme.slug
    for path in (
        f"/themes/{slug}/", f"/themes/{slug}/questions/", f"/themes/{slug}/questions/nouvelles/",
        f"/themes/{slug}/questions/repondues/", f"/themes/{slug}/questions.xml",
        f"/questions/{shown.code}/", f"/questions/{shown.code}/voter/",
        f"/themes/{slug}/semblables/?texte=la+courge", f"/themes/{slug}/poser/?texte=la+courge",
    ):  # fmt: skip
        assert "koumquat" not in text_of(client, path), path


def test_ones_own_vote_without_javascript(client, shown, make_vote):
    path = f"/questions/{shown.code}/voter/"
    answer = client.get(path)
    assert "Votre navigateur n’a pas gardé de bulletin" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    cookie = new_cookie(datetime.now(UTC))
    client.cookies["voix"] = cookie
    assert "Votez-vous pour cette question" in text_of(client, path)
    make_vote(shown, voter_of(cookie).name)
    text = text_of(client, path)
    assert "Votre voix compte." in text
    assert 'name="value" value="0"' in text


def test_an_answer_in_a_film_leads_to_its_second(
    client, house, make_question, make_episode, make_film
):
    film = make_film()
    episode = make_episode("La courge", video=film)
    question = make_question(state=TextState.ANSWERED)
    question.answers.create(kind="film", film=film, starts_at_s=725)
    page = client.get(question.get_absolute_url()).content.decode()
    assert f'href="{episode.url}?t=725"' in page
    assert "à 12:05" in page


def test_a_vote_leads_to_one_next_act(client, shown, make_vote):
    address = f"/questions/{shown.code}/voter/"
    assert next_acts(text_of(client, address)) == []
    cookie = new_cookie(timezone.now())
    client.cookies[COOKIE] = cookie
    make_vote(shown, voter_of(cookie).name)
    assert next_acts(text_of(client, address)) == [f"{shown.get_absolute_url()}#partager"]
