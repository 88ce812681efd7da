"""What “seven most wanted, three shown least” brings against plain order of votes.

An evening of 480 turns with 150 questions, which come in one after the other. Each has a worth: the
chance that whoever reads it votes for it. Ten stand on the page; of twenty viewers a turn, fewer
read each place than the one above it. Every twelve turns the first question is answered and leaves.
Twenty evenings are played with chances that are fixed. docs/adr/0015 tells the figures.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import mean

import pytest

from qa.domain.list_questions import LEAST_SHOWN, MOST_WANTED, first_questions
from qa.domain.turn_questions import turn_questions
from qa.enums import TextState
from qa.models import Theme

EVENINGS, TURNS, QUESTIONS, VIEWERS, ANSWERED_EVERY = 20, 480, 150, 20, 12
PAGE = MOST_WANTED + LEAST_SHOWN
READS = [0.9**place for place in range(PAGE)]
LATE = QUESTIONS // 2


@dataclass
class Asked:
    """One question of an evening, by the order in which they came."""

    place: int
    worth: float = 0.0
    votes: int = 0
    turns: int = 0
    reads: int = 0


Rule = Callable[[list[Asked]], list[Asked]]


def plain(open_ones: list[Asked]) -> list[Asked]:
    return sorted(open_ones, key=lambda one: (-one.votes, one.place))[:PAGE]


def ours(open_ones: list[Asked]) -> list[Asked]:
    wanted = sorted(open_ones, key=lambda one: (-one.votes, one.place))[:MOST_WANTED]
    others = [one for one in open_ones if one not in wanted]
    return [*wanted, *sorted(others, key=lambda one: (one.turns, one.place))[:LEAST_SHOWN]]


@dataclass
class Evening:
    """How an evening went: all questions, and those that were answered."""

    asked: list[Asked]
    answered: list[Asked] = field(default_factory=list)

    def late_good_ones(self) -> float:
        """Return which share of the best tenth, of those that came late, was answered."""
        best = sorted(self.asked, key=lambda one: -one.worth)[: QUESTIONS // 10]
        late = [one for one in best if one.place >= LATE]
        return sum(one in self.answered for one in late) / len(late) if late else 1.0

    def worth_answered(self) -> float:
        return mean(one.worth for one in self.answered)

    def gini_of_reads(self) -> float:
        """Return 0 when each was read as often as any other, 1 when one had it all."""
        reads = sorted(one.reads for one in self.asked)
        number = len(reads)
        weighted = sum(place * count for place, count in enumerate(reads, 1))
        return 2 * weighted / (number * sum(reads)) - (number + 1) / number

    def likeness(self) -> float:
        """Return the rank correlation of votes and worth (Spearman)."""
        votes, worths = (_ranks([pick(one) for one in self.asked]) for pick in (_votes, _worth))
        middle = (QUESTIONS + 1) / 2
        both = sum((a - middle) * (b - middle) for a, b in zip(votes, worths, strict=True))
        squares = [sum((rank - middle) ** 2 for rank in ranks) for ranks in (votes, worths)]
        return both / (squares[0] * squares[1]) ** 0.5


def _votes(one: Asked) -> float:
    return one.votes


def _worth(one: Asked) -> float:
    return one.worth


def _ranks(values: list[float]) -> list[float]:
    """Return each value's rank; equals share theirs."""
    order = sorted(values)
    first = {value: order.index(value) + 1 for value in set(values)}
    return [first[value] + (order.count(value) - 1) / 2 for value in values]


def play(rule: Rule, seed: int) -> Evening:
    """Play an evening. The same seed gives the same questions to every rule."""
    worth, chance = random.Random(seed), random.Random(1_000 + seed)
    evening = Evening([Asked(place, worth.betavariate(2, 8)) for place in range(QUESTIONS)])
    for turn in range(TURNS):
        # All have come when four fifths of the evening are over.
        come = evening.asked[: 1 + turn * QUESTIONS * 5 // (TURNS * 4)]
        open_ones = [one for one in come if one not in evening.answered]
        for place, one in enumerate(rule(open_ones)):
            one.turns += 1
            for _viewer in range(VIEWERS):
                if chance.random() < READS[place]:
                    one.reads += 1
                    one.votes += chance.random() < one.worth
        if turn % ANSWERED_EVERY == ANSWERED_EVERY - 1:
            evening.answered.append(plain(open_ones)[0])
    return evening


@pytest.fixture(scope="module")
def evenings() -> dict[str, list[Evening]]:
    return {rule.__name__: [play(rule, seed) for seed in range(EVENINGS)] for rule in (plain, ours)}


def of(evenings: dict[str, list[Evening]], figure: Callable[[Evening], float]) -> list[float]:
    return [mean(figure(one) for one in evenings[rule]) for rule in ("plain", "ours")]


def test_good_questions_that_came_late_are_answered(evenings):
    before, now = of(evenings, Evening.late_good_ones)
    assert before < 0.05
    assert now > 0.85


def test_what_is_answered_is_worth_more(evenings):
    before, now = of(evenings, Evening.worth_answered)
    assert now > 1.4 * before


def test_reads_are_spread_more_evenly(evenings):
    before, now = of(evenings, Evening.gini_of_reads)
    assert before > 0.75
    assert now < 0.68


def test_votes_say_more_about_worth(evenings):
    before, now = of(evenings, Evening.likeness)
    assert before < 0.15
    assert now > 0.8


def test_an_evening_can_be_had_again():
    assert play(ours, 3).asked == play(ours, 3).asked


@pytest.mark.django_db
@pytest.mark.databases
def test_the_site_shows_what_was_played(make_question):
    chance = random.Random(5)
    played = [Asked(place, votes=chance.randrange(9)) for place in range(25)]
    for one in played:
        made = make_question(f"{one.place} ?", state=TextState.APPROVED, total=one.votes)
    for _turn in range(30):
        expected = ours(played)
        assert [one.text for one in first_questions(made.theme)] == [
            f"{one.place} ?" for one in expected
        ]
        for one in expected:
            one.turns += 1
        Theme.objects.update(turned_at=None)
        turn_questions()
