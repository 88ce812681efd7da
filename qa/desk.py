"""What the moderation desk shows: the questions of a pile, each with what can be done to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from qa.domain.rights import may
from qa.domain.transitions import BY_TEAM
from qa.enums import WAITING_STATES, Action, TextState
from qa.models import Question, Theme
from users.models import User

PILES = {
    "waiting": (_("Waiting"), WAITING_STATES),
    "shown": (_("Shown"), {TextState.APPROVED, TextState.READY, TextState.ON_AIR}),
    "answered": (_("Answered"), {TextState.ANSWERED}),
    "away": (_("Not shown"), {TextState.REJECTED, TextState.HIDDEN, TextState.MERGED}),
}
ON_DESK = (
    Action.APPROVE,
    Action.REJECT,
    Action.HIDE,
    Action.HOLD,
    Action.EDIT,
    Action.STAR,
    Action.UNSTAR,
    Action.ANSWER,
)


@dataclass(frozen=True)
class Row:
    """A question on the desk. `deeds`: what this person may do to it now; `done`: what was done."""

    question: Question
    deeds: frozenset[str]
    done: str = ""
    refusal: str = ""
    can_undo: bool = False
    typed: dict[str, str] = field(default_factory=dict)


def pile(name: str, theme_id: int | None) -> QuerySet[Question]:
    """Return the questions of a pile, of one theme if one is named: what waits longest first.

    Starred ones lie on top.
    """
    states = PILES[name][1]
    found = Question.objects.filter(state__in=states).select_related("theme", "assigned_to")
    if theme_id is not None:
        found = found.filter(theme=theme_id)
    oldest_first = ("-is_starred", "received_at", "pk")
    return found.order_by(*oldest_first if name == "waiting" else ("-decided_at", "-pk"))


def row_of(question: Question, user: User, **values: object) -> Row:
    """Return `question` with what `user` may do to it in its state."""
    deeds = frozenset(
        action.value
        for action in ON_DESK
        if question.state in BY_TEAM[action].comes_from
        and may(user, action)
        and action != (Action.STAR if question.is_starred else Action.UNSTAR)
    )
    return Row(question, deeds, **values)  # type: ignore[arg-type]


def rows_of(questions: Iterable[Question], user: User) -> list[Row]:
    """Return a row for each of `questions`."""
    return [row_of(question, user) for question in questions]


def themes_with_counts() -> QuerySet[Theme]:
    """Return the themes that have questions, with how many wait in each."""
    waiting = Count("questions", filter=Q(questions__state__in=WAITING_STATES))
    asked = Theme.objects.annotate(asked=Count("questions"), waiting=waiting)
    return asked.filter(asked__gt=0).select_related("locale").order_by("-waiting", "name")


def number_waiting() -> int:
    """Return how many questions wait for somebody of the team."""
    return Question.objects.waiting().count()
