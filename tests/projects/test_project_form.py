"""The form: what is missing is said, what is typed is read, nothing is lost."""

import pytest

from projects.project_form import ProjectForm, ProposeForm, as_typed

pytestmark = pytest.mark.django_db


def test_what_is_typed_is_read(typed):
    form = ProposeForm(typed)
    assert form.is_valid(), form.errors
    words = form.words()
    assert (words.quantity, words.unit, words.title) == (280_000, "cent", typed["title"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("amount", "beaucoup"),
        ("amount", "3 kg"),
        ("unit", "tonnes"),
        ("field", "money"),
        ("email", "odile"),
        ("agrees", ""),
        ("title", ""),
        ("need", "x" * 161),
        ("story", "x" * 2001),
    ],
)
def test_what_is_wrong_is_said_at_its_field(typed, name, value):
    form = ProposeForm(typed | {name: value})
    assert not form.is_valid()
    assert list(form.errors) == [name]


def test_emoji_and_formulas_are_words(typed):
    form = ProposeForm(typed | {"name": "🥕 =1+1 <b>", "amount": ""})
    assert form.is_valid()
    assert form.words().quantity is None
    assert form.words().name == "🥕 =1+1 <b>"


def test_changing_begins_with_what_was_wanted_last(project):
    project.quantity, project.unit = 250_000, "g"
    project.proposed = {"town": "Bron"}
    wanted = as_typed(project)
    assert (wanted["amount"], wanted["town"]) == ("250 kg", "Bron")
    form = ProjectForm(wanted)
    assert form.is_valid(), form.errors
    assert form.words().quantity == 250_000
    project.quantity = None
    assert as_typed(project)["amount"] == ""
