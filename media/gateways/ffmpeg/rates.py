"""Choose the constant output frame rate of a film from the times of its frames."""

from fractions import Fraction
from statistics import fmean, median, quantiles

MAX_RATE = 60
MIN_RATE = 5
DEFAULT_RATE = Fraction(25)
FILM_RATES = tuple(
    Fraction(rate)
    for rate in ("24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60000/1001", "60")
)
VARIABLE_RATES = tuple(Fraction(rate) for rate in (5, 10, 12, 15, 20, 24, 25, 30, 50, 60))
# Containers that count in milliseconds make a steady 60 fps alternate 16 and 17.
CLOCK_ERROR_S = 0.0015
STEADY_SHARE = 0.98
SNAP = 0.005


def choose_rate(gaps_s: list[float]) -> tuple[Fraction, bool]:
    """Return the output rate (5 to 60 frames a second) and whether the source varies.

    `gaps_s` are the seconds between successive frames; a single frame gives 25 fps. A steady
    rate is kept exactly, or divided when above 60; a varying one becomes the usual rate that is
    nearest to its quicker frames.
    """
    if not gaps_s:
        return DEFAULT_RATE, False
    typical_s = median(gaps_s)
    tolerance_s = max(CLOCK_ERROR_S, typical_s * 0.1)
    steady = [gap for gap in gaps_s if abs(gap - typical_s) <= tolerance_s]
    if len(steady) < STEADY_SHARE * len(gaps_s):
        # The quicker frames decide, or what moves would stutter.
        return _nearest(1 / quantiles(gaps_s, n=4)[0], VARIABLE_RATES), True
    return _constant(1 / fmean(steady)), False


def _constant(rate: float) -> Fraction:
    divisor = 1
    while rate / divisor > MAX_RATE * (1 + SNAP):
        divisor += 1
    rate /= divisor
    nearest = _nearest(rate, FILM_RATES)
    if abs(rate / float(nearest) - 1) <= SNAP:
        return nearest
    return Fraction(max(MIN_RATE, round(rate)))


def _nearest(rate: float, rates: tuple[Fraction, ...]) -> Fraction:
    return min(rates, key=lambda candidate: abs(float(candidate) - rate))
