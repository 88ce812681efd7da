"""Cast votes: many at a time, in one transaction, one row per voter and question.

A vote says which value it wants, 1 or 0; said twice, it stays what it is. Totals follow in the same
transaction, under a lock on the question's row, and can be made anew from the rows.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from audience.domain.days import day_of
from audience.domain.people import network_of
from qa.models import Question, Vote
from qa.refusals import VoteRefused, VotesClosed, VoteUnknown

_OF_THEME = ("takes_questions", "opens_at", "closes_at", "shows_votes")


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one request wants: `value` for the question `code`. `voter` is a hash."""

    code: str
    voter: str
    value: int
    cast_at: datetime
    voter_since: datetime
    address: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """How a ballot ended. `total`: the question's votes, or None where they are not shown."""

    value: int = 0
    total: int | None = None
    refusal: type[VoteRefused] | None = None


def cast_votes(ballots: Sequence[Ballot]) -> list[Cast]:
    """Write `ballots` and return how each ended, in their order. Afterwards all is committed."""
    with transaction.atomic():
        questions = _locked({ballot.code for ballot in ballots})
        refusals = [_refusal(questions.get(one.code), one) for one in ballots]
        taken = [one for one, refusal in zip(ballots, refusals, strict=True) if refusal is None]
        gained = _write(questions, taken)
        for code, difference in gained.items():
            questions[code].total += difference
    return [
        Cast(refusal=refusal) if refusal else _cast(questions[ballot.code], ballot)
        for ballot, refusal in zip(ballots, refusals, strict=True)
    ]


def _locked(codes: set[str]) -> dict[str, Question]:
    """Return the questions by their codes, their rows locked in the order that all writers keep."""
    locked = Question.objects.select_for_update(of=("self",)).select_related("theme")
    # All that a vote must know: a batch may be for as many questions as it has ballots.
    known = locked.only("code", "state", "total", *(f"theme__{name}" for name in _OF_THEME))
    return {one.code: one for one in known.filter(code__in=codes).order_by("pk")}


def _refusal(question: Question | None, ballot: Ballot) -> type[VoteRefused] | None:
    if question is None or not question.is_public:
        return VoteUnknown
    return None if question.theme.is_open(ballot.cast_at) else VotesClosed


def _write(questions: dict[str, Question], ballots: Sequence[Ballot]) -> Counter[str]:
    """Write the last ballot of each voter and question; return how much each question gained."""
    last = {(questions[one.code].pk, one.voter): one for one in ballots}
    before = _votes_before(last)
    changed = {key: one for key, one in last.items() if before.get(key, (0, False))[0] != one.value}
    Vote.objects.bulk_create(
        [
            Vote(
                question_id=question_id,
                voter=voter,
                value=one.value,
                cast_at=one.cast_at,
                voter_since=one.voter_since,
                network=network_of(one.address, "votes", day_of(one.cast_at)),
            )
            for (question_id, voter), one in sorted(changed.items(), key=lambda pair: pair[0])
        ],
        update_conflicts=True,
        unique_fields=["question", "voter"],
        update_fields=["value", "cast_at", "network"],
    )
    gained: Counter[str] = Counter()
    for key, one in changed.items():
        value, is_excluded = before.get(key, (0, False))
        gained[one.code] += 0 if is_excluded else one.value - value
    _add_to_totals({questions[code].pk: difference for code, difference in gained.items()})
    return gained


def _add_to_totals(gained: dict[int, int]) -> None:
    """Write what each question gained: one statement for all that gained the same."""
    alike: dict[int, list[int]] = defaultdict(list)
    for question_id, difference in gained.items():
        if difference:
            alike[difference].append(question_id)
    for difference, question_ids in alike.items():
        Question.objects.filter(pk__in=question_ids).update(total=F("total") + difference)


def _votes_before(wanted: dict[tuple[int, str], Ballot]) -> dict[tuple[int, str], tuple[int, bool]]:
    """Return (value, whether it is excluded) of the votes that these voters have cast before."""
    rows = Vote.objects.filter(
        question__in={question_id for question_id, _ in wanted},
        voter__in={voter for _, voter in wanted},
    ).values_list("question_id", "voter", "value", "is_excluded")
    return {
        (question_id, voter): (value, is_excluded)
        for question_id, voter, value, is_excluded in rows
        if (question_id, voter) in wanted
    }


def _cast(question: Question, ballot: Ballot) -> Cast:
    return Cast(ballot.value, question.total if question.theme.shows_votes else None)
