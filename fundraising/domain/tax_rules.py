"""What French law gives back of a gift, as dated data: a change of law is a new row here.

Sources, as in force on CHECKED_ON (Code général des impôts):

- article 200, 1: 66 % of the gifts of people, within 20 % of their taxable income; what exceeds
  that is carried over to the five years that follow.
- article 200, 1 ter: 75 % of gifts to those who give meals, care or lodging to people in
  difficulty for nothing, or who stand by victims of domestic violence, up to a ceiling a year that
  does not count towards the 20 %; 66 % above it. The ceiling is 1,000 € since 2020 (lasting by law
  2025-127 of 14 February 2025, articles 5 and 6) and 2,000 € for gifts made from 14 October 2025 on
  (finance law for 2026).
- article 238 bis: 60 % of the gifts of companies, within 20,000 € or 5 ‰ of turnover, whichever is
  more, carried over for five years; 40 % of what exceeds 2,000,000 € a year, except to those of
  article 200, 1 ter.
"""

from dataclasses import dataclass
from datetime import date

CHECKED_ON = date(2026, 11, 29)
YEARS_CARRIED = 5


@dataclass(frozen=True, slots=True)
class PersonRule:
    """What people get back for gifts from `starts_on` on; rates in percent, sums in cents a year.

    `income_share` is the part of the taxable income, in percent, that gifts at `rate` may reach.
    """

    starts_on: date
    rate: int
    need_rate: int
    need_ceiling_cents: int
    income_share: int
    source: str


@dataclass(frozen=True, slots=True)
class CompanyRule:
    """What companies get back from `starts_on` on.

    Gifts count up to `least_limit_cents` or `turnover_per_mille` of turnover; above
    `high_from_cents` a year they get `high_rate`.
    """

    starts_on: date
    rate: int
    high_rate: int
    high_from_cents: int
    least_limit_cents: int
    turnover_per_mille: int
    source: str


PERSON_RULES = (
    PersonRule(date(2020, 1, 1), 66, 75, 1_000_00, 20, "CGI, art. 200"),
    PersonRule(date(2025, 10, 14), 66, 75, 2_000_00, 20, "CGI, art. 200"),
)
COMPANY_RULES = (
    CompanyRule(date(2020, 12, 31), 60, 40, 2_000_000_00, 20_000_00, 5, "CGI, art. 238 bis"),
)


def person_rule(on: date) -> PersonRule | None:
    """Return the rule for a gift that somebody makes on a day; None before the first one here."""
    return next((rule for rule in reversed(PERSON_RULES) if rule.starts_on <= on), None)


def company_rule(on: date) -> CompanyRule | None:
    """Return the rule for a gift that a company makes on a day; None before the first one here."""
    return next((rule for rule in reversed(COMPANY_RULES) if rule.starts_on <= on), None)
