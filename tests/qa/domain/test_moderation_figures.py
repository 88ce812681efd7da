"""Figures of moderation, with the small ones hidden."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from qa.domain.moderation_figures import moderation_figures
from qa.enums import Action, RefusalReason, TextState
from qa.models import Decision

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_nothing_was_asked():
    assert moderation_figures() == []


def test_a_month(make_question, mo):
    received_at = timezone.now()
    for number in range(45):
        question = make_question(f"{number} ?", state=TextState.APPROVED, received_at=received_at)
        Decision.objects.create(
            kind="question", subject_id=question.pk, version=1, action=Action.APPROVE,
            before={}, after={}, decided_by=mo, decided_at=received_at + timedelta(hours=3),
        )  # fmt: skip
    for number in range(12):
        make_question(
            f"Non {number} ?", state=TextState.REJECTED, refused_for=RefusalReason.OFF_TOPIC
        )
    make_question("Insulte ?", state=TextState.REJECTED, refused_for=RefusalReason.INSULT)
    [month] = moderation_figures()
    assert (month.received, month.undone, month.appealed) == (50, None, None)
    assert month.waited == timedelta(hours=3)
    with translation.override("en"):
        assert month.waited_words == "3\xa0hours"
    assert (month.shown, month.other) == (40, None)
    assert [count for _, count in month.reasons] == [10, None]


def test_comments_count_too_but_not_what_the_team_says(make_comment):
    for number in range(12):
        make_comment(f"{number}.", state=TextState.APPROVED)
    for number in range(9):
        make_comment(f"Nous {number}.", state=TextState.APPROVED, is_official=True)
    [month] = moderation_figures()
    assert (month.received, month.shown) == (10, 10)


@pytest.mark.parametrize(("shown", "insults"), [(10, 1), (19, 1), (11, 9), (40, 5)])
def test_a_rare_reason_cannot_be_computed(make_question, shown, insults):
    """Anybody can count what is shown: the sum is the same with and without what is hidden."""
    for number in range(shown):
        make_question(f"{number} ?", state=TextState.APPROVED)
    for number in range(insults):
        make_question(
            f"Insulte {number} ?", state=TextState.REJECTED, refused_for=RefusalReason.INSULT
        )
    [month] = moderation_figures()
    assert [count for _, count in month.reasons] == [None]
    assert month.received == month.shown == shown // 10 * 10
