"""Sentences that a person of the team understands, each with what would be set aside."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from qa.domain.count_votes import Counts
from qa.domain.study_votes import Bars, Burst, Network, Study
from qa.domain.tell_votes import findings, plot_votes

AT = datetime(2026, 11, 28, 20, tzinfo=UTC)
CALM = Study(Counts(0, 0, 0), 0, [], 0, 0.0, 0, [], None)


def test_each_finding_means_its_votes():
    burst = Burst(AT, AT + timedelta(minutes=2), 1_200)
    study = Study(Counts(1_500, 3, 0), 4, [burst], 900, 0.4, 1_000, [Network("abcdef", 250)], None)
    with translation.override("en"):
        first, second, third = findings(study)
    assert "1,200 votes from" in first.sentence
    assert "a usual minute has 4" in first.sentence
    assert first.fields == {"since": AT.isoformat(), "until": burst.ends_at.isoformat()}
    assert "900 of 1,500 votes (60 %)" in second.sentence
    assert second.fields == {"fresh": "1"}
    assert "250 of the 1,000 votes of the last three days (25 %)" in third.sentence
    assert "abcdef" not in third.sentence
    assert third.fields == {"network": "abcdef"}


def test_nothing_is_striking():
    assert findings(CALM) == []
    assert plot_votes(CALM) is None


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (timedelta(minutes=1), "Votes per 1 minute"),
        (timedelta(minutes=90), "Votes per 90 minutes"),
        (timedelta(hours=2), "Votes per 2 hours"),
        (timedelta(days=1), "Votes per 1 day"),
    ],
)
def test_the_plot_says_its_step(step, said):
    study = Study(Counts(9, 0, 0), 1, [], 0, 0, 0, [], Bars(AT, step, [4, 0, 5]))
    with translation.override("en"):
        plot = plot_votes(study)
    assert plot.title == said
    assert "Most in one bar: 5." in plot.svg
