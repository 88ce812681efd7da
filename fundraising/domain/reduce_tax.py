"""How much of a gift comes back as a tax reduction, exact in cents.

What a part gives is rounded down to the cent, so that nobody is promised more than the law gives.
"""

from dataclasses import dataclass

from fundraising.domain.tax_rules import CompanyRule, PersonRule


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a gift and the rate, in percent, at which it is given back."""

    amount_cents: int
    rate: int

    @property
    def reduction_cents(self) -> int:
        """What this part gives back."""
        return self.amount_cents * self.rate // 100


@dataclass(frozen=True, slots=True)
class Reduction:
    """A gift in its parts; `later_cents` exceeds this year's limit and is carried over."""

    amount_cents: int
    parts: tuple[Part, ...]
    later_cents: int = 0

    @property
    def reduction_cents(self) -> int:
        """What comes back this year."""
        return sum(part.reduction_cents for part in self.parts)

    @property
    def cost_cents(self) -> int:
        """What the gift costs in the end, this year's reduction taken off."""
        return self.amount_cents - self.reduction_cents


def reduce_for_person(
    amount_cents: int, rule: PersonRule, *, is_for_need: bool, income_cents: int | None = None
) -> Reduction:
    """Return what a person's only gift of the year gives back.

    `is_for_need`: to an association of article 200, 1 ter. Without a taxable income the limit of
    20 % is not applied.
    """
    at_need = min(amount_cents, rule.need_ceiling_cents) if is_for_need else 0
    rest = amount_cents - at_need
    limit = rest if income_cents is None else income_cents * rule.income_share // 100
    counted = min(rest, limit)
    parts = _filled(Part(at_need, rule.need_rate), Part(counted, rule.rate))
    return Reduction(amount_cents, parts, rest - counted)


def reduce_for_company(
    amount_cents: int, rule: CompanyRule, *, is_for_need: bool, turnover_cents: int | None = None
) -> Reduction:
    """Return what a company's only gift of the year gives back.

    Without a turnover, its share of it counts for nothing: the limit is the fixed one.
    """
    share = (turnover_cents or 0) * rule.turnover_per_mille // 1000
    counted = min(amount_cents, max(rule.least_limit_cents, share))
    usual = counted if is_for_need else min(counted, rule.high_from_cents)
    parts = _filled(Part(usual, rule.rate), Part(counted - usual, rule.high_rate))
    return Reduction(amount_cents, parts, amount_cents - counted)


def _filled(*parts: Part) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.amount_cents)
