"""Only public questions are suggested, as they are now, at the price of what changed."""

import pytest

from qa.domain import similar
from qa.domain.decide import decide
from qa.domain.similar import similar_questions
from qa.enums import Action, TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def shown(make_question) -> object:
    return make_question("Qui a mangé la courge ?", state=TextState.APPROVED)


def test_only_what_is_public_and_only_as_it_is_now(make_question, shown):
    make_question("Qui a mangé la courge hier ?")
    assert similar_questions(shown.theme, "mangé la courge") == [shown]
    second = make_question("La courge, mangée par qui ?", state=TextState.APPROVED)
    assert set(similar_questions(shown.theme, "mangé la courge")) == {shown, second}
    type(shown).objects.filter(pk=shown.pk).update(state=TextState.HIDDEN)
    assert similar_questions(shown.theme, "mangé la courge") == [second]


def test_decisions_are_followed_without_reading_all_again(make_question, shown, mo, monkeypatch):
    theme, late = shown.theme, make_question("La courge, mangée par qui ?")
    assert similar_questions(theme, "mangé la courge") == [shown]
    monkeypatch.setattr(similar.ThemeIndex, "_read_all", None)
    decide(late, Action.APPROVE, user=mo)
    assert set(similar_questions(theme, "mangé la courge")) == {shown, late}
    shown = decide(shown, Action.EDIT, user=mo, words="Le navet dort-il ?")
    assert similar_questions(theme, "mangé la courge") == [late]
    assert similar_questions(theme, "le navet dort") == [shown]
    decide(late, Action.HIDE, user=mo)
    assert similar_questions(theme, "mangé la courge") == []


def test_what_no_version_tells_of_is_found_by_counting(shown, make_question, monkeypatch):
    hidden = make_question("La courge, mangée par qui ?")
    assert similar_questions(shown.theme, "mangé la courge") == [shown]
    type(hidden).objects.filter(pk=hidden.pk).update(state=TextState.APPROVED)
    monkeypatch.setattr(similar, "REST_S", -1)
    assert set(similar_questions(shown.theme, "mangé la courge")) == {shown, hidden}


def test_only_so_many_themes_are_kept(make_question, make_theme, monkeypatch):
    monkeypatch.setattr(similar, "THEMES_KEPT", 2)
    themes = [make_theme(f"Thème {number}") for number in range(3)]
    for theme in themes:
        make_question("Un navet ?", theme=theme, state=TextState.APPROVED)
        assert len(similar_questions(theme, "navet")) == 1
    assert set(similar._kept) == {themes[1].pk, themes[2].pk}


def test_many_who_type_at_once_share_a_look(shown, django_assert_num_queries, monkeypatch):
    similar_questions(shown.theme, "mangé la courge")
    monkeypatch.setattr(similar, "LOOKED_S", 60)
    with django_assert_num_queries(1):
        assert similar_questions(shown.theme, "mangé la courge") == [shown]
