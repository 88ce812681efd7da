"""Pledges to begin with: the vegetable grower's, in both readings of the same sentence.

“110 t outright, 2 kg per click, and 40 t once 20,000 clicks are reached”: 20,000 times 2 kg are
40 t, so the sentence can mean a rise with each act, or a leap at the end.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaigns.domain.quantities import GRAMS_A_KILOGRAM as KG
from campaigns.domain.quantities import GRAMS_A_TONNE as T
from campaigns.enums import ClauseKind, Unit
from campaigns.models import Clause, Milestone, Pledge


@dataclass(frozen=True, slots=True)
class Preset:
    """A contract to start from. `clauses`: (kind, quantity, acts)."""

    label: Promise | str
    explanation: Promise | str
    clauses: tuple[tuple[str, int, int | None], ...]


PRESETS = {
    "linear": Preset(
        _("Vegetable grower, each act gives"),
        _("110 t outright, 2 kg for each act, 150 t at most."),
        ((ClauseKind.BASE, 110 * T, None), (ClauseKind.PER_ACT, 2 * KG, None)),
    ),
    "threshold": Preset(
        _("Vegetable grower, all together"),
        _("110 t outright, 40 t more once 20,000 acts are reached, 150 t at most."),
        ((ClauseKind.BASE, 110 * T, None), (ClauseKind.THRESHOLD, 40 * T, 20_000)),
    ),
}


def preset_pledge(name: str) -> Pledge | None:
    """Return a pledge, not saved, that the preset of this name fills in; None without one."""
    preset = PRESETS.get(name)
    if preset is None:
        return None
    pledge = Pledge(unit=Unit.GRAM, goods="légumes", goods_en="vegetables", cap=150 * T)
    pledge.clauses.set(
        [Clause(kind=kind, quantity=size, acts=acts) for kind, size, acts in preset.clauses]
    )
    milestone = Milestone(acts=20_000, title="20 000 gestes", title_en="20,000 acts")
    pledge.milestones.set([milestone])
    return pledge
