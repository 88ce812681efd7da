"""Votes set aside count no more, say why, and come back; the total is always that of the rows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qa.domain.count_votes import Aside, Counts, aside_of, counts_of, total_of
from qa.domain.exclude_votes import exclude_in_theme, exclude_votes, include_votes
from qa.domain.meant_votes import Meant
from qa.domain.undo_decision import undo_decision
from qa.enums import Action, TextState
from qa.models import Decision, Question
from qa.refusals import (
    MayNotDecide,
    NothingToUndo,
    NoVotesMeant,
    ReasonUnwritten,
    StaleCommand,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
LOUD = Meant(network="loud")


@pytest.fixture
def lead(make_user) -> object:
    return make_user("léa", "qa.lead_moderation")


@pytest.fixture
def voted(make_question, make_vote) -> Question:
    """A question with three votes of one network, one of another, and one taken back."""
    question = make_question(state=TextState.APPROVED, total=4)
    for number in range(5):
        make_vote(question, f"v{number}", int(number != 4), network="loud" if number < 3 else "")
    return question


def test_set_aside_and_counted_again(voted, lead):
    assert exclude_votes(voted, LOUD, user=lead, note=" Une seule  main. ", seen=0) == 3
    voted.refresh_from_db()
    assert (voted.total, voted.version) == (1, 1)
    assert counts_of(voted) == Counts(valid=1, taken_back=1, aside=3)
    assert aside_of(voted) == [Aside(3, "Une seule main.")]
    decision = Decision.objects.get()
    assert (decision.action, decision.decided_by, decision.votes.count()) == (
        Action.EXCLUDE, lead, 3,
    )  # fmt: skip
    assert include_votes(voted, decision, user=lead, note="Une classe.") == 3
    voted.refresh_from_db()
    assert (voted.total, total_of(voted), aside_of(voted)) == (4, 4, [])
    assert Decision.objects.count() == 2
    with pytest.raises(NothingToUndo):
        include_votes(voted, decision, user=lead, note="Encore.")


def test_two_decisions_keep_their_own_votes(voted, lead):
    exclude_votes(voted, LOUD, user=lead, note="Une.")
    last = voted.votes.get(voter="v3")
    exclude_votes(voted, Meant(votes=(last.pk,)), user=lead, note="Deux.")
    assert {(one.note, one.number) for one in aside_of(voted)} == {("Une.", 3), ("Deux.", 1)}


@pytest.mark.parametrize(
    ("meant", "note", "refusal"),
    [
        (LOUD, " \u200b ", ReasonUnwritten),
        (Meant(), "Raison.", NoVotesMeant),
        (Meant(network="nobody"), "Raison.", NoVotesMeant),
    ],
)
def test_nothing_is_half_done(voted, lead, meant, note, refusal):
    with pytest.raises(refusal):
        exclude_votes(voted, meant, user=lead, note=note)
    with pytest.raises(refusal):
        exclude_in_theme(voted.theme, meant, user=lead, note=note)
    assert not voted.votes.filter(is_excluded=True).exists()
    assert not Decision.objects.exists()


def test_only_leads_and_only_on_what_they_saw(voted, lead, mo):
    with pytest.raises(MayNotDecide):
        exclude_votes(voted, LOUD, user=mo, note="Raison.")
    exclude_votes(voted, LOUD, user=lead, note="Raison.", seen=0)
    with pytest.raises(StaleCommand):
        exclude_votes(voted, Meant(is_fresh=True), user=lead, note="Raison.", seen=0)


def test_the_desk_does_not_undo_it(voted, lead):
    exclude_votes(voted, LOUD, user=lead, note="Raison.")
    with pytest.raises(NothingToUndo):
        undo_decision(voted, lead)


def test_a_whole_theme(voted, lead, make_question, make_vote):
    other = make_question("Et les navets ?", state=TextState.APPROVED, total=1)
    calm = make_question("Et les choux ?", state=TextState.APPROVED, total=1)
    make_vote(other, "v9", network="loud")
    make_vote(calm, "v9")
    assert exclude_in_theme(voted.theme, LOUD, user=lead, note="Un même réseau.") == 4
    assert [Question.objects.get(pk=one.pk).total for one in (voted, other, calm)] == [1, 0, 1]
    assert Decision.objects.count() == 2


def test_a_span_and_fresh_ballots(voted, lead, make_vote):
    now = timezone.now()
    early = make_vote(
        voted, "early", cast_at=now - timedelta(hours=3), voter_since=now - timedelta(days=9)
    )
    span = Meant(since=now - timedelta(hours=4), until=now - timedelta(hours=2))
    assert list(voted.votes.filter(span.condition())) == [early]
    assert early not in voted.votes.filter(Meant(is_fresh=True).condition())
