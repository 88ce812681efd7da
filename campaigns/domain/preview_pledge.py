"""What a contract would give for none, half, enough and one act too many."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from campaigns.domain.clauses import Terms
from campaigns.domain.quantities import quantity_label
from campaigns.enums import ClauseKind


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the preview; `percent` of the ceiling is for its bar."""

    acts: int
    acts_label: str
    gives: str
    percent: int
    remark: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What the clauses give, and what an editor should think about."""

    rows: tuple[Row, ...]
    warnings: tuple[str, ...]


def preview_terms(terms: Terms, unit: str) -> Preview:
    """Return what `terms` give, in whole numbers of `unit`, around the acts that matter.

    The acts that matter: none, half of those that reach the end, the one before a threshold, the
    one that reaches the end, one more.
    """
    end = terms.acts_to_the_end
    remarks = {0: _("nobody has acted yet"), end + 1: _("one act more adds nothing")}
    remarks.setdefault(end // 2, _("half way"))
    for clause in terms.clauses:
        if clause.kind == ClauseKind.THRESHOLD and clause.acts > 1:
            remarks.setdefault(clause.acts - 1, _("just before the threshold"))
    remarks[end] = _("all is unlocked") if end else _("all is given outright")
    rows = tuple(_row(terms, acts, remarks[acts], unit) for acts in sorted(remarks))
    return Preview(rows, tuple(_warnings(terms, unit)))


def _row(terms: Terms, acts: int, remark: str, unit: str) -> Row:
    units = terms.units(acts)
    return Row(
        acts=acts,
        acts_label=number_format(acts, force_grouping=True),
        gives=quantity_label(units, unit),
        percent=100 * units // terms.cap if terms.cap else 0,
        remark=remark,
    )


def _warnings(terms: Terms, unit: str) -> list[str]:
    if not terms.reachable:
        return [_("These clauses never give anything.")]
    if terms.reachable < terms.cap:
        return [
            _(
                "The acts can never reach the ceiling of %(cap)s: at most %(most)s. "
                "Lower the ceiling, or let the clauses give more."
            )
            % {
                "cap": quantity_label(terms.cap, unit),
                "most": quantity_label(terms.reachable, unit),
            }
        ]
    if not terms.acts_to_the_end:
        return [_("Everything is given outright: acts change nothing.")]
    return []
