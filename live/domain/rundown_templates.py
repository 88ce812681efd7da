"""Rundowns to begin with. Their words are in the language of whoever takes one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from live.enums import Continent, SegmentKind
from live.models import Segment
from live.rundown_refusals import NoSuchTemplate

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# The zone's city stands for a place that is still to be found. One link is the long one.
_TOUR = (
    (Continent.EUROPE, "Europe/Lisbon", 12),
    (Continent.AFRICA, "Africa/Dakar", 12),
    (Continent.AMERICAS, "America/Montreal", 30),
    (Continent.AMERICAS, "America/Bogota", 12),
    (Continent.ASIA, "Asia/Kolkata", 12),
    (Continent.OCEANIA, "Pacific/Noumea", 12),
)
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class RundownTemplate:
    """A rundown to begin with; `make` writes its parts, none of them saved."""

    name: str
    title: "_StrPromise"
    make: Callable[[], list[Segment]]


def segments_of(name: str) -> list[Segment]:
    """Return the parts of a template, in order. Raises NoSuchTemplate."""
    template = next((one for one in TEMPLATES if one.name == name), None)
    if template is None:
        raise NoSuchTemplate
    return template.make()


def _world_tour() -> list[Segment]:
    report = _part(SegmentKind.REPORT, _("Reportage"), 6)
    parts = [_part(SegmentKind.STUDIO, _("Welcome"), 8)]
    for number, (continent, zone, minutes) in enumerate(_TOUR, 1):
        link = _part(SegmentKind.DUPLEX, _("Link %(number)s") % {"number": number}, minutes)
        link.continent, link.time_zone = continent, zone
        # A film is the quickest thing to put in its place.
        link.fallback_key = report.key
        parts.append(link)
        if number == 1:
            parts.append(report)
        elif number % 2:
            parts.append(_part(SegmentKind.REPORT, _("Reportage"), 6))
        else:
            theme = _("Your questions, theme %(number)s") % {"number": number // 2}
            parts.append(_part(SegmentKind.QUESTIONS, theme, 25))
            parts.append(_part(SegmentKind.CALL, _("What you can do now"), 5))
            if number != len(_TOUR):
                parts.append(_part(SegmentKind.BREAK, _("Break"), 8))
    return [*parts, _part(SegmentKind.STUDIO, _("What we have unlocked together"), 12)]


def _studio_evening() -> list[Segment]:
    return [
        _part(SegmentKind.STUDIO, _("Welcome"), 5),
        _part(SegmentKind.REPORT, _("Reportage"), 6),
        _part(SegmentKind.STUDIO, _("The guests"), 20),
        _part(SegmentKind.QUESTIONS, _("Your questions"), 20),
        _part(SegmentKind.CALL, _("What you can do now"), 4),
        _part(SegmentKind.STUDIO, _("Thank you and good night"), 5),
    ]


def _part(kind: SegmentKind, title: str, minutes: int) -> Segment:
    return Segment(kind=kind, title=title, planned_s=minutes * _MINUTE)


TEMPLATES = (
    RundownTemplate("world-tour", gettext_lazy("World tour: six links, three themes"), _world_tour),
    RundownTemplate("studio-evening", gettext_lazy("Studio evening"), _studio_evening),
)
