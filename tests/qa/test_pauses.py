"""Higher rooms may stop the questions of a theme for a while."""

from qa.pauses import forget_pause, is_paused, register_pause


def test_any_of_those_registered_can(make_theme):
    stopped, other = make_theme("Argent"), make_theme("Santé")

    def pause(theme):
        return theme == stopped

    register_pause(pause)
    register_pause(pause)
    try:
        assert (is_paused(stopped), is_paused(other)) == (True, False)
    finally:
        forget_pause(pause)
    assert not is_paused(stopped)
