"""Claims in templates."""

import pytest
from django.template import Context, Template


@pytest.mark.django_db
def test_the_claims_of_whoever_is_there(coop, make_claim):
    make_claim()
    source = "{% load claim_lists %}{% claims_of one two as found %}{{ found.0 }}"
    text = Template(source).render(Context({"one": None, "two": coop}))
    assert text == "Tout est bio"
