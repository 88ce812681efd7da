"""The face of headings, or another where it is missing."""

from campaigns.domain import display_font as module
from campaigns.domain.display_font import display_font


def test_it_is_heavy_and_narrow():
    assert 0 < display_font(40).getlength("Deux kilos") < 40 * len("Deux kilos") * 0.6
    assert display_font(40) is display_font(40)


def test_a_site_without_the_font_still_draws(monkeypatch):
    monkeypatch.setattr(module, "_FONT", "nowhere.woff2")
    display_font.cache_clear()
    assert display_font(40).getlength("Deux kilos") > 0
    display_font.cache_clear()
