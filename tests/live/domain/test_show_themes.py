"""The themes of a programme with their top questions: two queries, however many."""

import pytest
from django.utils import timezone

from live.domain.show_themes import show_themes
from qa.enums import TextState
from qa.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def ask(theme, text: str, total: int, **values) -> None:
    defaults = {"state": TextState.APPROVED, "received_at": timezone.now()}
    Question.objects.create(theme=theme, text=text, total=total, **{**defaults, **values})


def test_three_most_wanted_of_each(make_live, make_theme, django_assert_num_queries):
    money, price, closed = (
        make_theme(),
        make_theme("Prix"),
        make_theme("Clos", takes_questions=False),
    )
    for total in range(5):
        ask(money, f"Argent {total}", total)
    ask(price, "Prix", 0)
    ask(price, "Non lue", 9, state=TextState.PENDING)
    ask(price, "Répondue", 9, answered_at=timezone.now())
    ask(closed, "Close", 3)
    page = make_live(themes=[money, price, closed])
    with django_assert_num_queries(2):
        found = {one.theme.name: [q.text for q in one.questions] for one in show_themes(page)}
    assert found == {"Argent": ["Argent 4", "Argent 3", "Argent 2"], "Prix": ["Prix"], "Clos": []}


def test_a_translated_page_shows_translated_themes(make_live, make_theme, translate):
    theme = make_theme()
    page = make_live(themes=[theme])
    copy = translate(page)
    theme.copy_for_translation(copy.locale).save()
    (one,) = show_themes(copy)
    assert one.theme.locale == copy.locale


def test_no_theme_at_all(make_live):
    assert show_themes(make_live()) == []
