"""The blocks refuse what would make a dead button, and render the rest."""

import pytest
from django.core.exceptions import ValidationError

from campaigns.blocks import CallToActionBlock, QuoteBlock, SourcesBlock, StoryBlock

pytestmark = pytest.mark.django_db
CALL = {"sentence": "On commence ?", "label": "Voir", "page": None, "address": ""}


@pytest.mark.parametrize("address", ["", "https://example.org/"])
def test_a_call_to_action_leads_to_exactly_one_place(address, house):
    block = CallToActionBlock()
    page = None if not address else house.home
    with pytest.raises(ValidationError):
        block.clean(block.normalize({**CALL, "page": page, "address": address}))


def test_a_call_to_action_leads_elsewhere():
    block = CallToActionBlock()
    value = block.clean(block.normalize({**CALL, "address": "https://example.org/"}))
    assert 'href="https://example.org/"' in block.render(value)


def test_words_of_editors_are_escaped():
    block = QuoteBlock()
    html = block.render(block.normalize({"text": "<script>x</script>", "author": "", "role": ""}))
    assert "<script>" not in html
    assert "<figcaption" not in html


def test_sources_are_numbered_with_what_is_known_of_them():
    block = SourcesBlock()
    html = block.render(block.normalize({"sources": [{"title": "Carnet", "publisher": "Nous"}]}))
    assert "Carnet" in html
    assert "Nous" in html
    assert "<a " not in html


def test_a_story_is_written_with_seven_kinds_of_blocks():
    assert set(StoryBlock().child_blocks) == {
        "text",
        "quote",
        "figure",
        "film",
        "gallery",
        "call_to_action",
        "sources",
    }
