"""The filter says what the function says, in the language of the template."""

import pytest
from django.template import Context, Template
from django.utils.translation import override


@pytest.mark.parametrize(("language", "label"), [("fr", "19,99\xa0€"), ("en", "€19.99")])
def test_a_quantity_in_its_unit(language, label):
    with override(language):
        text = Template("{% load promises %}{{ quantity|in_unit:unit }}").render(
            Context({"quantity": 1_999, "unit": "cent"})
        )
    assert text == label
