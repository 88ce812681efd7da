"""Which texts lie on which pile, and what can be done to them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qa.desk import (
    PILES,
    Filter,
    kinds_waiting,
    labels_used,
    pile,
    prepared,
    row_of,
    rows_of,
    texts_of,
    themes_with_counts,
)
from qa.domain.presence import look_at
from qa.enums import PreparedFor, TextState
from qa.models import PreparedWords

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def on(user, **wanted):
    return texts_of(pile(Filter(**wanted), user))


def test_piles(make_question, make_theme, mo):
    other = make_theme("Autre")
    for state in TextState:
        make_question(f"{state} ?", state=state)
    starred = make_question("Étoilée ?", is_starred=True)
    elsewhere = make_question("Ailleurs ?", theme=other, assigned_to=mo)
    assert on(mo)[0] == starred
    assert on(mo, theme=other.pk) == [elsewhere] == on(mo, pile="mine")
    assert {name: len(on(mo, pile=name)) for name in PILES} == {
        "waiting": 4, "mine": 1, "shown": 3, "answered": 1, "away": 3
    }  # fmt: skip
    assert {kind: number for kind, _label, number in kinds_waiting()}["question"] == 4
    assert len(on(mo, kind="question")) == 4
    assert [(one.name, one.waiting) for one in themes_with_counts()] == [
        ("Argent", 3),
        ("Autre", 1),
    ]


def test_what_came_since(make_question, mo):
    now = timezone.now()
    make_question("Avant ?", received_at=now)
    make_question("Après ?", received_at=now + timedelta(seconds=1))
    assert pile(Filter(), mo, now).count() == 1


def test_deeds_follow_rights_and_state(make_question, mo, make_user):
    waiting, shown = make_question(), make_question(state=TextState.APPROVED, is_starred=True)
    sorts = {"label", "assign", "merge", "edit", "reject"}
    assert row_of(waiting, mo).deeds == sorts | {"approve", "star"}
    assert row_of(shown, mo).deeds == sorts | {"hide", "hold", "unstar"}
    pia = make_user("pia", "qa.present_question")
    assert row_of(shown, pia).deeds == {"answer"}
    assert row_of(waiting, pia).deeds == set()


def test_alike_ones_lie_below_the_first(make_question, mo, make_user):
    texts = [
        make_question("Qui paie les cagettes ?"),
        make_question("Pourquoi des radis ?"),
        make_question("Les cagettes, qui les paie ?"),
    ]
    zoe = make_user("zoe")
    look_at(zoe, "question", texts[1].pk)
    rows = rows_of(texts, mo)
    assert [(row.text, row.alike, row.is_below) for row in rows] == [
        (texts[0], 1, False), (texts[2], 0, True), (texts[1], 0, False)
    ]  # fmt: skip
    assert [row.seen_by for row in rows] == ["", "", str(zoe)]


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow(make_question, mo, number, django_assert_num_queries):
    for place in range(number):
        make_question(f"Question {place} ?", assigned_to=mo)
    with django_assert_num_queries(5):
        for row in rows_of(on(mo), mo):
            assert (row.text.where, str(row.text.assigned_to)) == ("Argent", str(mo))


def test_words_to_choose_from(make_question):
    make_question(label="Prix")
    make_question(label="Prix")
    make_question(label="Camion")
    assert labels_used() == ["Camion", "Prix"]
    for language, title in (("en", "A"), ("fr", "B")):
        PreparedWords.objects.create(language=language, title=title, words="…")
    assert [one.title for one in prepared(PreparedFor.NOTE)] == ["B", "A"]
    assert not prepared(PreparedFor.ANSWER)
