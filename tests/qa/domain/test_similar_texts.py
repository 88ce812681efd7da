"""Texts that say the same are found, in French and in English, also in an index that changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.domain.fold import fold
from qa.domain.similar_texts import MOST_SHOWN, Index

ASKED = {
    1: "Qui va chercher les cagettes, et avec quel camion ?",
    2: "Que deviennent les légumes moches que personne ne prend ?",
    3: "Est-ce que rire compte comme un don ?",
    4: "Peut-on donner une heure au lieu de 20 euros ?",
}


def index_of(texts: dict[int, str], language: str = "fr") -> Index:
    return Index(((key, fold(text)) for key, text in texts.items()), language)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Quel camion cherche la cagette", 1),
        ("que devient un légume moche", 2),
        ("LE RIRE COMPTE-T-IL ?", 3),
        ("donner des heures", 4),
    ],
)
def test_other_words_same_question(typed, found):
    assert index_of(ASKED).likest(typed)[:1] == [found]


@pytest.mark.parametrize("typed", ["", "?", "zèbre quantique", "a"])
def test_nothing_is_like_it(typed):
    assert index_of(ASKED).likest(typed) == []


def test_english_has_its_own_stems():
    index = index_of({1: "Who collects the crates?", 2: "Why do leeks laugh?"}, "en")
    assert index.likest("collecting crates") == [1]


def test_no_texts_at_all():
    assert index_of({}).likest("courge") == []


def test_at_most_three_are_shown():
    many = {number: f"Une courge numéro {number}" for number in range(9)}
    assert len(index_of(many).likest("une courge")) == MOST_SHOWN


def test_changed_words_are_found_and_old_ones_are_not():
    index = index_of(ASKED)
    index.put(1, fold("Le poireau est-il timide ?"))
    assert index.likest("un poireau timide") == [1]
    assert index.likest("quel camion cherche la cagette") == []
    index.drop(1)
    index.drop(1)
    assert index.likest("un poireau timide") == []


WORDS = st.lists(
    st.sampled_from(["courge", "poireau", "navet", "rire", "don", "camion"]), max_size=4
)


@given(st.lists(st.tuples(st.integers(0, 5), st.none() | WORDS), max_size=40))
def test_an_index_that_changed_finds_what_a_new_one_finds(changes):
    index, texts = Index([], "fr"), {}
    for key, words in changes:
        if words is None:
            index.drop(key)
            texts.pop(key, None)
        else:
            index.put(key, " ".join(words))
            texts[key] = " ".join(words)
    assert len(index) == len(texts)
    index._measure()
    for typed in ("courge", "rire don", "navet camion poireau"):
        assert index.likest(typed) == index_of(texts).likest(typed)
