"""The form says what is wrong and keeps what was typed."""

import pytest

from qa.comment_form import CommentForm


@pytest.mark.parametrize(
    ("values", "field"),
    [({"text": ""}, "text"), ({"text": "x" * 1001}, "text"), ({"text": "x", "email": "y"}, "email"),
     ({"text": "x", "name": "y" * 51}, "name")],
)  # fmt: skip
def test_refused(values, field):
    form = CommentForm(values)
    assert list(form.errors) == [field]


def test_a_text_is_enough():
    assert CommentForm({"text": "Bravo."}).is_valid()
