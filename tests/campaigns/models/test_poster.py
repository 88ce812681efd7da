"""Every page with a poster has a colour of the palette and can be found by its pitch."""

import pytest
from django.core.exceptions import ValidationError

from campaigns.enums import PosterColour

pytestmark = pytest.mark.django_db


def test_a_new_page_is_loud_by_itself(make_programme):
    assert make_programme().poster_colour == PosterColour.CARROT


def test_a_colour_that_is_not_of_the_palette_is_refused(make_programme):
    page = make_programme()
    page.poster_colour = "beige"
    with pytest.raises(ValidationError):
        page.full_clean()
