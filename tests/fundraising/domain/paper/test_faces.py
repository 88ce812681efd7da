"""The faces that PDFs carry, or another where they are missing."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from fundraising.domain.paper import faces
from fundraising.domain.paper.faces import Face, letters, outlines


@pytest.mark.parametrize("face", Face)
def test_one_weight_and_width(face):
    font = TTFont(BytesIO(outlines(face)))
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == (400 if "TEXT" in face.name else 800)
    assert outlines(face) is outlines(face)


def test_letters_of_french_stand_in_the_first_those_of_europe_in_the_other():
    for face in (Face.TEXT, Face.HEADINGS):
        assert set(map(ord, "Zoé cœur ŒÇ€\u00a0«»’…–")) <= letters(face)
        assert set(map(ord, "ŠćŁőẞ")) <= letters(face.extended)
        assert not set(map(ord, "Šć")) & letters(face)
        assert face.extended.extended is face.extended


def test_a_site_without_the_faces_still_draws(monkeypatch):
    monkeypatch.setattr(faces, "_FOLDER", "nowhere/")
    outlines.cache_clear()
    assert ord("Z") in TTFont(BytesIO(outlines(Face.TEXT))).getBestCmap()
    outlines.cache_clear()
