"""Words on pictures are written in the font of our headings."""

from campaigns.domain.display_font import display_font


def test_it_is_our_font_narrow_and_at_the_size_asked_for():
    font = display_font(40)
    assert font.getname()[0].startswith("Bricolage Grotesque")
    assert font.size == 40
    assert font.getlength("Potager") < 140
