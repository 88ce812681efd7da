"""Each refusal of an address says what to paste, in both languages."""

import pytest
from django.utils.translation import override

from live import outside_refusals
from live.outside_refusals import NoVideoNamed, OutsideRefused

CLASSES = OutsideRefused.__subclasses__()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("refusal", CLASSES)
def test_a_sentence_that_says_what_to_paste(refusal, language):
    with override(language):
        said = str(refusal(site="YouTube", example="https://youtu.be/…"))
    assert "https://" in said
    assert said.endswith((".", "…"))


def test_the_site_is_named():
    assert "Vimeo" in str(NoVideoNamed(site="Vimeo", example="https://vimeo.com/1"))
    assert len({one.code for one in CLASSES}) == len(CLASSES) == 5
    assert outside_refusals.__doc__
