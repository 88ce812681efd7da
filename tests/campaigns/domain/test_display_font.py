"""Words on pictures are written in the font of our headings."""

from campaigns.domain.display_font import display_font


def test_it_is_our_font_at_the_size_asked_for():
    font = display_font(40)
    assert font.getname()[0] == "Bricolage Grotesque"
    assert font.size == 40


def test_letters_of_posters_are_cut_for_their_size():
    label, poster = display_font(96), display_font(96, optical=96)
    assert label.getlength("Potager") != poster.getlength("Potager")
