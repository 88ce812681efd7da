"""Plots are valid SVG, say what they show, and draw what they are given."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.reports.draw_plots import (
    HEIGHT,
    HIDDEN_HEIGHT,
    Series,
    Words,
    axis_top,
    draw_bars,
    draw_curve,
)

WORDS = Words("jours", "Clics & vues", "De lundi <à> dimanche.", ("lundi", "dimanche"))
SVG = "{http://www.w3.org/2000/svg}"


def parsed(plot):
    """Read the drawing as a browser reads it inside a page."""
    return ElementTree.fromstring(plot.svg.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def heights(path: ElementTree.Element) -> list[float]:
    """Return how high the bars of a path are."""
    return [float(bar.split("v-")[1].split("h")[0]) for bar in path.get("d").split("M")[1:]]


def bars(plot) -> dict[str, list[float]]:
    found = {}
    for path in parsed(plot).iter(f"{SVG}path"):
        if "plot__bar" in path.get("class"):
            found[path.get("class").split("--")[1]] = heights(path)
    return found


def test_it_has_a_name_and_a_description():
    drawing = parsed(draw_bars(WORDS, [Series("clics", [1, 2])]))
    title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert (title.text, description.text) == (WORDS.title, WORDS.description)
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == title.get("id")
    assert drawing.get("aria-describedby") == description.get("id")


def test_bars_stand_on_each_other():
    plot = draw_bars(WORDS, [Series("clics", [5, 10, 0]), Series("vues", [5, 0, 0])])
    assert bars(plot) == {"1": [50, 100], "2": [50]}
    second = next(p for p in parsed(plot).iter(f"{SVG}path") if "--2" in p.get("class"))
    assert second.get("d").startswith("M1 50v-50")
    assert plot.legend == ["clics", "vues"]
    assert list(plot.marks) == ["10", "5", "0"]


def test_one_series_needs_no_legend():
    assert draw_bars(WORDS, [Series("clics", [1])]).legend == []


def test_a_hidden_figure_is_marked_and_not_drawn():
    plot = draw_bars(WORDS, [Series("", [None, 10, 0])])
    assert bars(plot) == {"1": [100], "hidden": [HIDDEN_HEIGHT]}
    assert plot.has_hidden
    assert not draw_bars(WORDS, [Series("", [10, 0])]).has_hidden


@pytest.mark.parametrize("values", [[], [0, 0], [None]])
def test_nothing_to_draw(values):
    plot = draw_bars(WORDS, [Series("", values)])
    assert "1" not in bars(plot)
    assert list(plot.marks) == ["2", "1", "0"]


def test_no_style_and_no_script():
    plot = draw_bars(WORDS, [Series("", [1])])
    assert not {"style", "onload", "href"} & {k for one in parsed(plot).iter() for k in one.attrib}


def test_the_curve_holds_its_last_share_to_the_end():
    line = parsed(draw_curve(WORDS, [1.0, 0.5])).find(f"{SVG}polyline")
    assert line.get("points") == "0,0 10,50 20,50"


def test_the_curve_ends_where_shares_are_hidden():
    plot = draw_curve(WORDS, [1.0, None, None])
    assert parsed(plot).find(f"{SVG}polyline").get("points") == "0,0 10,0"
    assert parsed(plot).get("viewBox") == "0 0 30 100"
    assert plot.has_hidden


def test_no_curve_without_shares():
    assert parsed(draw_curve(WORDS, [])).find(f"{SVG}polyline") is None


@pytest.mark.parametrize(
    ("most", "top"),
    [(0, 2), (1, 2), (3, 4), (5, 6), (10, 10), (11, 20), (401, 600), (99_999, 100_000)],
)
def test_the_top_of_an_axis(most, top):
    assert axis_top(most) == top


@given(st.integers(1, 10**9))
def test_an_axis_reaches_its_highest_bar_and_is_not_much_higher(most):
    top = axis_top(most)
    assert most <= top <= max(2, 2 * most)
    assert top % 2 == 0


@given(st.lists(st.integers(0, 1_000), min_size=1, max_size=20))
def test_bars_are_as_high_as_their_figures(values):
    drawn = bars(draw_bars(WORDS, [Series("", values)])).get("1", [])
    shown = [value for value in values if value]
    assert len(drawn) == len(shown)
    for (value, height), (other, other_height) in pairwise(zip(shown, drawn, strict=True)):
        assert height * other == pytest.approx(other_height * value, rel=1e-2)
    assert all(height <= HEIGHT for height in drawn)
