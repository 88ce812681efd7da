"""Questions, votes and decisions of a theme as tables, for files that spreadsheets read.

No addresses of e-mail and no hashes of people: nobody needs them to study what was asked.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.domain.reports.tables import Table, Value
from qa.domain.count_votes import votes_per_day
from qa.enums import Action, RefusalReason, TextState
from qa.models import Decision, Question, Theme

ROWS_AT_ONCE = 2_000


def questions_table(theme: Theme) -> Table:
    """Return all questions of `theme`, in the order in which they came."""
    headings = (
        _("Code"),
        _("Question"),
        _("First sent as"),
        _("Name"),
        _("Language"),
        _("State"),
        _("Reason"),
        _("Note"),
        _("Votes"),
        _("Received"),
        _("Decided"),
        _("Answered"),
        _("Merged into"),
        _("Label"),
    )
    return Table(_("Questions"), headings, _question_rows(theme))


def votes_table(theme: Theme) -> Table:
    """Return the valid votes of `theme` per day and public question."""
    headings = (_("Day"), _("Code"), _("Question"), _("Votes"))
    return Table(_("Votes"), headings, _vote_rows(theme))


def decisions_table(theme: Theme) -> Table:
    """Return all that was decided about questions of `theme`, with who decided."""
    headings = (
        _("When"),
        _("Code"),
        _("Version"),
        _("Action"),
        _("Reason"),
        _("Note"),
        _("State before"),
        _("State after"),
        _("By"),
    )
    return Table(_("Decisions"), headings, _decision_rows(theme))


TABLES = {"questions": questions_table, "votes": votes_table, "decisions": decisions_table}


def _question_rows(theme: Theme) -> Iterator[Sequence[Value]]:
    states, reasons = _labels(TextState), _labels(RefusalReason)
    rows = Question.objects.filter(theme=theme).select_related("merged_into").order_by("pk")
    for one in rows.iterator(chunk_size=ROWS_AT_ONCE):
        yield (
            one.code,
            one.text,
            one.first_words or one.text,
            one.name,
            one.language,
            states[one.state],
            reasons.get(one.refused_for, ""),
            one.note,
            one.total,
            _moment(one.received_at),
            _moment(one.decided_at),
            _moment(one.answered_at),
            one.merged_into.code if one.merged_into else "",
            one.label,
        )


def _vote_rows(theme: Theme) -> Iterator[Sequence[Value]]:
    texts = dict(Question.objects.public().filter(theme=theme).values_list("code", "text"))
    for day, code, votes in votes_per_day(theme):
        yield (day.isoformat(), code, texts.get(code, ""), votes)


def _decision_rows(theme: Theme) -> Iterator[Sequence[Value]]:
    actions, states, reasons = _labels(Action), _labels(TextState), _labels(RefusalReason)
    asked = Question.objects.filter(theme=theme)
    codes = dict(asked.values_list("pk", "code"))
    decisions = Decision.objects.filter(kind=Question.kind, subject_id__in=asked.values("pk"))
    rows = decisions.select_related("decided_by").order_by("pk")
    for one in rows.iterator(chunk_size=ROWS_AT_ONCE):
        yield (
            _moment(one.decided_at),
            codes.get(one.subject_id, ""),
            one.version,
            actions[one.action],
            reasons.get(one.reason, ""),
            one.note,
            states.get(one.before.get("state", ""), ""),
            states.get(one.after.get("state", ""), ""),
            one.decided_by.get_username() if one.decided_by else "",
        )


def _labels(choices: type[TextState | RefusalReason | Action]) -> dict[str, str]:
    return {value: str(label) for value, label in choices.choices}


def _moment(at: datetime | None) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds") if at else ""
