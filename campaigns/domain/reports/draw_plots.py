"""Draw plots as SVG on the server: bars per day, and the curve of how far a film is watched.

A plot stretches to any width, so it holds no words but its title and description; the template
sets the marks of its axes beside it, in the page's own type. Colours come from the style sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe

HEIGHT = 100
STEP = 10
BAR = 8
# Where a figure is hidden, a short mark stands: nothing there is not the same.
HIDDEN_HEIGHT = 4
_STEPS = (1, 2, 4, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class Series:
    """What one colour of a plot shows; None where a figure is hidden."""

    label: str
    values: Sequence[int | float | None]


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawn plot with the words around it. `marks`: of the upright axis, from top to bottom."""

    svg: SafeString
    title: str
    marks: Sequence[str]
    ends: Sequence[str]
    legend: Sequence[str]
    has_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What a plot is called, what it shows in a sentence, and the words under its ends."""

    name: str
    title: str
    description: str
    ends: Sequence[str] = ()


def draw_bars(words: Words, series: Sequence[Series]) -> Plot:
    """Return one bar for each place of `series`, which stand on top of each other."""
    columns = list(zip(*(one.values for one in series), strict=True))
    top = axis_top(max((sum(value or 0 for value in column) for column in columns), default=0))
    shapes = [["" for _ in columns] for _ in series]
    for place, column in enumerate(columns):
        base = 0.0
        for number, value in enumerate(column):
            height = HEIGHT * (value or 0) / top
            shapes[number][place] = _bar(place, base, height) if height else ""
            base += height
    hidden = [
        _bar(place, 0, HIDDEN_HEIGHT) for place, column in enumerate(columns) if None in column
    ]
    paths = [_path(f"plot__bar plot__bar--{n}", "".join(d)) for n, d in enumerate(shapes, 1)]
    paths.append(_path("plot__bar plot__bar--hidden", "".join(hidden)))
    return Plot(
        svg=_svg(words, max(1, len(columns)) * STEP, "".join(paths)),
        title=words.title,
        marks=_marks(top),
        ends=words.ends,
        legend=[one.label for one in series] if len(series) > 1 else [],
        has_hidden=bool(hidden),
    )


def draw_curve(words: Words, shares: Sequence[float | None]) -> Plot:
    """Return the curve of `shares` (0 to 1) over the length of a film; it ends where they do."""
    known = [share for share in shares if share is not None]
    points = [(place * STEP, HEIGHT * (1 - share)) for place, share in enumerate(known)]
    # Each share holds until the next one begins.
    points += [(len(known) * STEP, points[-1][1])] if points else []
    line = " ".join(f"{x:g},{y:.4g}" for x, y in points)
    width = max(1, len(shares)) * STEP
    shapes = ""
    if points:
        end = points[-1][0]
        shapes = (
            f'<polygon class="plot__area" points="0,{HEIGHT} {line} {end:g},{HEIGHT}"/>'
            f'<polyline class="plot__line" points="{line}" vector-effect="non-scaling-stroke"/>'
        )
    return Plot(
        svg=_svg(words, width, shapes),
        title=words.title,
        marks=[_percent(100), _percent(50), _percent(0)],
        ends=words.ends,
        legend=[],
        has_hidden=None in shares,
    )


def axis_top(most: float) -> int:
    """Return the round, even number at the top of an axis that must reach `most`."""
    size = 1
    while size * _STEPS[-1] < most:
        size *= 10
    top = next(size * step for step in _STEPS if size * step >= most)
    return max(2, top)


def _marks(top: int) -> list[str]:
    return [number_format(value, force_grouping=True) for value in (top, top // 2, 0)]


def _percent(value: int) -> str:
    return f"{value}\N{NO-BREAK SPACE}%"


def _bar(place: int, base: float, height: float) -> str:
    left = place * STEP + (STEP - BAR) / 2
    return f"M{left:g} {HEIGHT - base:.4g}v{-height:.4g}h{BAR}v{height:.4g}z"


def _path(name: str, shape: str) -> str:
    return f'<path class="{name}" d="{shape}"/>' if shape else ""


def _svg(words: Words, width: int, shapes: str) -> SafeString:
    title, description = f"{words.name}-title", f"{words.name}-description"
    grid = "".join(
        f'<path class="plot__grid" d="M0 {y}H{width}" vector-effect="non-scaling-stroke"/>'
        for y in (0, HEIGHT // 2, HEIGHT)
    )
    return mark_safe(
        f'<svg class="plot__svg" viewBox="0 0 {width} {HEIGHT}" preserveAspectRatio="none" '
        f'role="img" aria-labelledby="{title}" aria-describedby="{description}">'
        f'<title id="{title}">{escape(words.title)}</title>'
        f'<desc id="{description}">{escape(words.description)}</desc>{grid}{shapes}</svg>'
    )
