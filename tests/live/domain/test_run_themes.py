"""Which questions belong to a programme."""

import pytest

from live.domain.run_themes import takeable_questions, themes_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_of_its_themes_in_all_languages_the_most_wanted_first(
    programme_on_debate, debate, english, make_asked, make_theme
):
    twin = debate.copy_for_translation(english)
    twin.slug = "money"
    twin.save()
    make_asked("Ailleurs ?", theme=make_theme("Santé"), total=9)
    make_asked("Secrète ?", state="pending", total=9)
    few, many, theirs = make_asked(total=1), make_asked(total=3), make_asked(theme=twin, total=2)
    ready = make_asked(total=0, state="ready")
    assert set(themes_of(programme_on_debate)) == {debate, twin}
    assert list(takeable_questions(programme_on_debate)) == [many, theirs, few, ready]
