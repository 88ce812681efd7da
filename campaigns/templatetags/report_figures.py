"""Figures of reports in templates: `{{ line|of_kinds:kinds }}`, `{{ seconds|as_time }}`."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from audience.domain.reports.acts import Kinds
from campaigns.domain.quantities import NO_BREAK

register = template.Library()


class HasKinds(Protocol):
    """A day or a line of a report."""

    @property
    def kinds(self) -> Kinds: ...


@register.filter
def of_kinds(line: HasKinds, kinds: Iterable[tuple[str, str]]) -> list[int]:
    """Return how many acts of each of `kinds` stand on `line`, in their order."""
    return [line.kinds.get(kind, 0) for kind, _label in kinds]


@register.filter
def of_kind(line: HasKinds, kind: str) -> int:
    """Return how many acts of `kind` stand on `line`."""
    return line.kinds.get(kind, 0)


@register.filter
def as_time(seconds: float) -> str:
    """Return a time that was watched as people say it: « 3 h 12 min », « 45 s »."""
    return _time(seconds).replace(" ", NO_BREAK)


@register.filter
def as_percent(share: float) -> str:
    """Return a share between 0 and 1 in whole percent."""
    return f"{round(100 * share)}{NO_BREAK}%"


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return _("%(seconds)s s") % {"seconds": whole}
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": minutes}
    grouped = number_format(hours, force_grouping=True)
    return _("%(hours)s h %(minutes)s min") % {"hours": grouped, "minutes": f"{minutes:02}"}
