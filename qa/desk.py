"""What the moderation desk shows: the texts of a pile, each with what can be done to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, Value
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from qa.domain.group_alike import group_alike
from qa.domain.presence import seen_by_others
from qa.domain.rights import may
from qa.domain.transitions import BY_TEAM
from qa.enums import WAITING_STATES, Action, PreparedFor, TextState
from qa.kinds import kinds, model_of
from qa.models import Moderated, PreparedWords, Theme
from users.models import User

PILES = {
    "waiting": (_("Waiting"), WAITING_STATES),
    "mine": (_("Mine"), WAITING_STATES | {TextState.APPROVED, TextState.READY}),
    "shown": (_("Shown"), {TextState.APPROVED, TextState.READY, TextState.ON_AIR}),
    "answered": (_("Answered"), {TextState.ANSWERED}),
    "away": (_("Not shown"), {TextState.REJECTED, TextState.HIDDEN, TextState.MERGED}),
}
MOST_LABELS = 60
ON_DESK = (
    Action.APPROVE,
    Action.REJECT,
    Action.HIDE,
    Action.HOLD,
    Action.EDIT,
    Action.LABEL,
    Action.STAR,
    Action.UNSTAR,
    Action.ASSIGN,
    Action.MERGE,
    Action.UNMERGE,
    Action.ANSWER,
)


@dataclass(frozen=True)
class Filter:
    """Which texts somebody wants to see: a pile, perhaps of one theme or one kind."""

    pile: str = "waiting"
    theme: int | None = None
    kind: str = ""


@dataclass(frozen=True)
class Row:
    """A text on the desk. `deeds`: what this person may do to it now; `done`: what was done.

    `alike` is how many texts below ask the same, `is_below` that it is one of them.
    """

    text: Moderated
    deeds: frozenset[str]
    done: str = ""
    refusal: str = ""
    can_undo: bool = False
    typed: dict[str, str] = field(default_factory=dict)
    alike: int = 0
    is_below: bool = False
    seen_by: str = ""


def pile(wanted: Filter, user: User, since: datetime | None = None) -> QuerySet[Any, Any]:
    """Return (kind, pk) of the texts of a pile: what waits longest first, starred ones on top.

    With `since`, only what was received after that instant.
    """
    one = model_of(wanted.kind)
    models = [one] if one else kinds()
    parts = [_part(model, wanted, user, since) for model in models]
    whole = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    if wanted.pile == "waiting":
        return whole.order_by("-is_starred", "received_at", "pk")
    return whole.order_by("-decided_at", "-pk")


def _part(
    model: Any, wanted: Filter, user: User, since: datetime | None
) -> QuerySet[Any, dict[str, Any]]:
    found = model._base_manager.filter(state__in=PILES[wanted.pile][1])
    if wanted.pile == "mine":
        found = found.filter(assigned_to=user)
    if wanted.theme is not None:
        has_theme = any(one.name == "theme" for one in model._meta.get_fields())
        found = found.filter(theme=wanted.theme) if has_theme else found.none()
    if since is not None:
        found = found.filter(received_at__gt=since)
    columns = ("pk", "is_starred", "received_at", "decided_at")
    named = found.order_by().annotate(kind_name=Value(model.kind))
    part: QuerySet[Any, dict[str, Any]] = named.values("kind_name", *columns)
    return part


def texts_of(places: Iterable[dict[str, Any]]) -> list[Moderated]:
    """Return the texts at `places` of a pile, in their order: one query for each kind."""
    wanted = [(place["kind_name"], place["pk"]) for place in places]
    found: dict[tuple[str, int], Moderated] = {}
    for model in kinds():
        keys = [key for name, key in wanted if name == model.kind]
        if keys:
            texts = on_desk(model).filter(pk__in=keys)
            found.update({(model.kind, text.pk): text for text in texts})
    return [found[place] for place in wanted if place in found]


def on_desk(model: type[Moderated]) -> QuerySet[Any]:
    """Return all texts of a kind with what a row of the desk shows of them."""
    related: tuple[str, ...] = getattr(model, "shown_with", ())
    return model._base_manager.select_related("assigned_to", *related)


def row_of(text: Moderated, user: User, **values: object) -> Row:
    """Return `text` with what `user` may do to it in its state."""
    deeds = frozenset(
        action.value
        for action in ON_DESK
        if text.state in BY_TEAM[action].comes_from
        and action in text.deeds
        and may(user, action)
        and action != (Action.STAR if text.is_starred else Action.UNSTAR)
    )
    return Row(text, deeds, **values)  # type: ignore[arg-type]


def rows_of(texts: Sequence[Moderated], user: User) -> list[Row]:
    """Return a row for each of `texts`; those that are alike lie below each other."""
    seen = seen_by_others(user)
    rows = []
    for group in group_alike(texts, get_language() or "fr"):
        for number, text in enumerate(group):
            row = row_of(text, user, seen_by=seen.get((text.kind, text.pk), ""))
            rows.append(replace(row, alike=0 if number else len(group) - 1, is_below=number > 0))
    return rows


def themes_with_counts() -> QuerySet[Theme]:
    """Return the themes that have questions, with how many wait in each."""
    waiting = Count("questions", filter=Q(questions__state__in=WAITING_STATES))
    asked = Theme.objects.annotate(asked=Count("questions"), waiting=waiting)
    return asked.filter(asked__gt=0).select_related("locale").order_by("-waiting", "name")


def kinds_waiting() -> list[tuple[str, str, int]]:
    """Return (kind, its name, how many wait) for each kind of text."""
    return [
        (
            model.kind,
            str(capfirst(str(model._meta.verbose_name_plural))),
            model._base_manager.filter(state__in=WAITING_STATES).count(),
        )
        for model in kinds()
    ]


def options_of(choices: Iterable[tuple[object, object]]) -> SafeString:
    """Return (value, label) pairs as the options of a field."""
    return format_html_join("", '<option value="{}">{}</option>', choices)


def labels_used() -> list[str]:
    """Return the labels that texts carry, for those who give one."""
    found: set[str] = set()
    for model in kinds():
        texts = model._base_manager.exclude(label="")
        found.update(texts.values_list("label", flat=True).distinct()[:MOST_LABELS])
    return sorted(found)


def prepared(purpose: PreparedFor) -> QuerySet[PreparedWords]:
    """Return the words prepared for a purpose, those of the person's language first."""
    mine = Q(language=get_language() or "fr")
    found = PreparedWords.objects.filter(purpose=purpose)
    return found.annotate(is_mine=mine).order_by("-is_mine", "title")
