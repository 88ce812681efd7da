"""Which questions lie on which pile, and what can be done to them."""

import pytest

from qa.desk import PILES, number_waiting, pile, row_of, themes_with_counts
from qa.enums import TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_piles(make_question, make_theme):
    other = make_theme("Autre")
    for state in TextState:
        make_question(f"{state} ?", state=state)
    starred = make_question("Étoilée ?", is_starred=True)
    elsewhere = make_question("Ailleurs ?", theme=other)
    assert pile("waiting", None).first() == starred
    assert list(pile("waiting", other.pk)) == [elsewhere]
    assert {name: pile(name, None).count() for name in PILES} == {
        "waiting": 4, "shown": 3, "answered": 1, "away": 3
    }  # fmt: skip
    assert number_waiting() == 4
    assert [(one.name, one.waiting) for one in themes_with_counts()] == [
        ("Argent", 3),
        ("Autre", 1),
    ]


def test_deeds_follow_rights_and_state(make_question, mo, make_user):
    waiting, shown = make_question(), make_question(state=TextState.APPROVED, is_starred=True)
    assert row_of(waiting, mo).deeds == {"approve", "reject", "edit", "star"}
    assert row_of(shown, mo).deeds == {"reject", "hide", "hold", "edit", "unstar"}
    pia = make_user("pia", "qa.present_question")
    assert row_of(shown, pia).deeds == {"answer"}
    assert row_of(waiting, pia).deeds == set()
